// Custom flows as an application writes them, once: they run on either library, which differ by an
// import only.

interface FactorLike {
  readonly strategy: string
}

interface VerificationLike {
  readonly status: string | null
  readonly strategy: string | null
  readonly attempts: number | null
  readonly externalVerificationRedirectURL: URL | null
  readonly error: { readonly code: string } | null
}

interface SignInLike {
  readonly id?: string | undefined
  readonly status: string | null
  readonly identifier: string | null
  readonly createdSessionId: string | null
  readonly supportedIdentifiers: readonly string[]
  readonly supportedFirstFactors: readonly FactorLike[] | null
  readonly supportedSecondFactors: readonly FactorLike[] | null
  readonly firstFactorVerification: VerificationLike
  readonly secondFactorVerification: VerificationLike
  create(params: object): Promise<SignInLike>
  prepareFirstFactor(params: object): Promise<SignInLike>
  attemptFirstFactor(params: object): Promise<SignInLike>
  prepareSecondFactor(params: object): Promise<SignInLike>
  attemptSecondFactor(params: object): Promise<SignInLike>
  resetPassword(params: object): Promise<SignInLike>
}

interface SignUpLike {
  readonly id?: string | undefined
  readonly status: string | null
  readonly createdSessionId: string | null
  readonly emailAddress: string | null
  readonly phoneNumber: string | null
  readonly requiredFields: readonly string[]
  readonly optionalFields: readonly string[]
  readonly missingFields: readonly string[]
  readonly unverifiedFields: readonly string[]
  readonly verifications: {
    readonly emailAddress: VerificationLike
    readonly phoneNumber: VerificationLike
    readonly externalAccount: VerificationLike
  }
  create(params: object): Promise<SignUpLike>
  update(params: object): Promise<SignUpLike>
  prepareVerification(params: object): Promise<SignUpLike>
  attemptVerification(params: object): Promise<SignUpLike>
}

/** What a flow works on: the client of either library. */
export interface Attempts {
  readonly signIn: SignInLike
  readonly signUp: SignUpLike
}

const toVerification = (verification: VerificationLike) => ({
  status: verification.status,
  strategy: verification.strategy,
  attempts: verification.attempts,
  error: verification.error?.code ?? null,
  isAway: verification.externalVerificationRedirectURL !== null,
})

// Factors of the vendor's SDK carry `undefined` where ours leave a field out.
// as: what JSON gives back
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

/** Names of fields as the server spells them: Clientele's own views have them in camelCase. */
const asSent = (names: readonly string[]): readonly string[] =>
  names.map(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))

const toSignIn = (signIn: SignInLike) => ({
  id: signIn.id,
  status: signIn.status,
  identifier: signIn.identifier,
  createdSessionId: signIn.createdSessionId,
  identifiers: asSent(signIn.supportedIdentifiers),
  firstFactors: plain(signIn.supportedFirstFactors),
  secondFactors: plain(signIn.supportedSecondFactors),
  first: toVerification(signIn.firstFactorVerification),
  second: toVerification(signIn.secondFactorVerification),
})

const toSignUp = (signUp: SignUpLike) => ({
  id: signUp.id,
  status: signUp.status,
  createdSessionId: signUp.createdSessionId,
  emailAddress: signUp.emailAddress,
  phoneNumber: signUp.phoneNumber,
  required: asSent(signUp.requiredFields),
  optional: asSent(signUp.optionalFields),
  missing: asSent(signUp.missingFields),
  unverified: asSent(signUp.unverifiedFields),
  email: toVerification(signUp.verifications.emailAddress),
  phone: toVerification(signUp.verifications.phoneNumber),
  external: toVerification(signUp.verifications.externalAccount),
})

/** What an attempt was after each step, as plain data. */
export type Trail = readonly (ReturnType<typeof toSignIn> | ReturnType<typeof toSignUp>)[]

export interface Outcome {
  readonly trail: Trail
  readonly createdSessionId: string | null
  /** Where the browser has to go, when it has to. */
  readonly url: string | null
}

type Given = Readonly<Record<string, string>>
type Step<Attempt> = (attempt: Attempt) => Promise<Attempt>

const walk = async <Attempt extends SignInLike | SignUpLike>(
  attempt: Attempt,
  describe: (attempt: Attempt) => Trail[number],
  steps: readonly Step<Attempt>[],
  away: (attempt: Attempt) => VerificationLike,
): Promise<Outcome> => {
  const trail: Trail[number][] = []
  let current = attempt
  for (const step of steps) {
    current = await step(current)
    trail.push(describe(current))
  }
  const url = away(current).externalVerificationRedirectURL?.href ?? null
  return { trail, createdSessionId: current.createdSessionId, url }
}

const signIn = ({ signIn }: Attempts, ...steps: Step<SignInLike>[]) =>
  walk(signIn, toSignIn, steps, attempt => attempt.firstFactorVerification)

const signUp = ({ signUp }: Attempts, ...steps: Step<SignUpLike>[]) =>
  walk(signUp, toSignUp, steps, attempt => attempt.verifications.externalAccount)

const factor = (factors: readonly FactorLike[] | null, strategy: string): FactorLike => {
  const found = factors?.find(candidate => candidate.strategy === strategy)
  if (!found) throw new Error(`There is no ${strategy}`)
  return found
}

/** Sends a code for a first factor and gives it back. */
const byCode = (strategy: string, code: string | undefined): Step<SignInLike>[] => [
  attempt => attempt.prepareFirstFactor(factor(attempt.supportedFirstFactors, strategy)),
  attempt => attempt.attemptFirstFactor({ strategy, code }),
]

const bySecondCode = (strategy: string, code: string | undefined): Step<SignInLike>[] => [
  attempt => attempt.prepareSecondFactor(factor(attempt.supportedSecondFactors, strategy)),
  attempt => attempt.attemptSecondFactor({ strategy, code }),
]

export const flows = {
  password: (on, { identifier, password }) =>
    signIn(
      on,
      attempt => attempt.create({ identifier }),
      attempt => attempt.attemptFirstFactor({ strategy: 'password', password }),
    ),
  code: (on, { identifier, strategy = '', code }) =>
    signIn(on, attempt => attempt.create({ identifier }), ...byCode(strategy, code)),
  reset: (on, { identifier, code, password }) =>
    signIn(
      on,
      attempt => attempt.create({ identifier }),
      ...byCode('reset_password_email_code', code),
      attempt => attempt.resetPassword({ password }),
    ),
  secondFactor: (on, { identifier, password, strategy, code }) =>
    signIn(
      on,
      attempt => attempt.create({ strategy: 'password', identifier, password }),
      attempt => attempt.attemptSecondFactor({ strategy, code }),
    ),
  secondFactorByCode: (on, { identifier, password, strategy = '', code }) =>
    signIn(
      on,
      attempt => attempt.create({ strategy: 'password', identifier, password }),
      ...bySecondCode(strategy, code),
    ),
  ticket: (on, { ticket }) => signIn(on, attempt => attempt.create({ strategy: 'ticket', ticket })),
  link: (on, { identifier, redirectUrl }) =>
    signIn(
      on,
      attempt => attempt.create({ identifier }),
      attempt =>
        attempt.prepareFirstFactor({
          ...factor(attempt.supportedFirstFactors, 'email_link'),
          redirectUrl,
        }),
    ),
  provider: (on, given) => signIn(on, attempt => attempt.create(given)),
  company: (on, given) =>
    signIn(
      on,
      attempt => attempt.create(given),
      attempt => attempt.prepareFirstFactor(given),
    ),
  signUpByCode: (on, { strategy, code, ...fields }) =>
    signUp(
      on,
      attempt => attempt.create(fields),
      attempt => attempt.prepareVerification({ strategy }),
      attempt => attempt.attemptVerification({ strategy, code }),
    ),
  signUpInSteps: (on, { emailAddress, code, username }) =>
    signUp(
      on,
      attempt => attempt.create({ emailAddress }),
      attempt => attempt.prepareVerification({ strategy: 'email_code' }),
      attempt => attempt.attemptVerification({ strategy: 'email_code', code }),
      attempt => attempt.update({ username }),
    ),
  signUpByLink: (on, { emailAddress, redirectUrl }) =>
    signUp(
      on,
      attempt => attempt.create({ emailAddress }),
      attempt => attempt.prepareVerification({ strategy: 'email_link', redirectUrl }),
    ),
  signUpByTicket: (on, { ticket }) =>
    signUp(on, attempt => attempt.create({ strategy: 'ticket', ticket })),
  signUpByProvider: (on, given) => signUp(on, attempt => attempt.create(given)),
} as const satisfies Record<string, (on: Attempts, given: Given) => Promise<Outcome>>

export type Flow = keyof typeof flows

/** Runs a flow on a client. */
export const runFlow = (on: Attempts, flow: Flow, given: Given): Promise<Outcome> =>
  flows[flow](on, given)
