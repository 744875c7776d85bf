import type { ClienteleStore } from '@clientele/core'

/** One value of the parameters of a method. */
export interface Field {
  readonly name: string
  readonly type: 'text' | 'secret' | 'boolean' | 'json'
}

/** A method, as the panel offers it. */
export interface Method {
  /** `signIn.create` */
  readonly name: string
  readonly fields: readonly Field[]
  call(params: Readonly<Record<string, unknown>>): unknown
}

/** Methods of one object. */
export interface MethodGroup {
  readonly title: string
  readonly methods: readonly Method[]
}

const person = 'emailAddress phoneNumber username !password firstName lastName ?legalAccepted'

// `!` stands before a password, `?` before yes or no.
const parameters: Readonly<Record<string, string>> = {
  'store.getToken': 'template organizationId ?skipCache',
  'store.setActive': 'session organization',
  'store.signOut': 'sessionId',
  'session.getToken': 'template organizationId ?skipCache',
  'session.touch': 'intent',
  'signIn.create': 'identifier !password strategy ticket ?transfer',
  'signIn.prepareFirstFactor': 'strategy emailAddressId phoneNumberId redirectUrl',
  'signIn.attemptFirstFactor': 'strategy !password code',
  'signIn.prepareSecondFactor': 'strategy phoneNumberId emailAddressId',
  'signIn.attemptSecondFactor': 'strategy code',
  'signIn.resetPassword': '!password ?signOutOfOtherSessions',
  'signIn.authenticateWithRedirect': 'strategy redirectUrl redirectUrlComplete',
  'signUp.create': `${person} ticket ?transfer`,
  'signUp.update': person,
  'signUp.upsert': person,
  'signUp.prepareVerification': 'strategy redirectUrl',
  'signUp.attemptVerification': 'strategy code',
  'signUp.attemptEmailAddressVerification': 'code',
  'signUp.attemptPhoneNumberVerification': 'code',
  'signUp.authenticateWithRedirect': 'strategy redirectUrl redirectUrlComplete ?continueSignUp',
}

const toField = (text: string): Field => {
  if (text.startsWith('!')) return { name: text.slice(1), type: 'secret' }
  if (text.startsWith('?')) return { name: text.slice(1), type: 'boolean' }
  return { name: text, type: 'text' }
}

/** What takes parameters that are not listed here takes them as JSON. */
const fieldsOf = (name: string, arity: number): readonly Field[] => {
  const listed = parameters[name]
  if (listed !== undefined) return listed.split(' ').map(toField)
  return arity > 0 ? [{ name: 'params', type: 'json' }] : []
}

/** Parameters of what was filled in, without what is empty; `params` stands for them all. */
export const toParams = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { params, ...rest } = values
  const filled = Object.entries(rest).filter(([, value]) => value !== '' && value !== false)
  if (typeof params !== 'string' || params.trim() === '') return Object.fromEntries(filled)
  const parsed: unknown = JSON.parse(params)
  if (typeof parsed !== 'object' || parsed === null)
    throw new TypeError('params must be an object, as JSON: {"strategy":"email_code"}')
  return { ...parsed }
}

const notForPeople = new Set(['subscribe', 'addListener', 'use', 'dispose'])

const groupOf = (title: string, prefix: string, owner: object): MethodGroup => ({
  title,
  methods: Object.entries(owner).flatMap(([name, method]) => {
    if (typeof method !== 'function' || notForPeople.has(name)) return []
    const full = `${prefix}.${name}`
    const fields = fieldsOf(full, method.length)
    const call = (params: Readonly<Record<string, unknown>>) =>
      Reflect.apply(method, owner, Object.keys(params).length > 0 ? [params] : [])
    return [{ name: full, fields, call }]
  }),
})

/** The methods that there are now: of the store, and of what it shows. */
export const methodsOf = (clientele: ClienteleStore): readonly MethodGroup[] => {
  const { client, session } = clientele
  return [
    groupOf('Store', 'store', clientele),
    ...(client ? [groupOf('Client', 'client', client)] : []),
    ...(session ? [groupOf('Active session', 'session', session)] : []),
    ...(client ? [groupOf('Sign-in', 'signIn', client.signIn)] : []),
    ...(client ? [groupOf('Sign-up', 'signUp', client.signUp)] : []),
  ].filter(({ methods }) => methods.length > 0)
}
