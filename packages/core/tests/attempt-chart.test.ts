import { attemptChart, attemptGuard, legalActions } from '@clientele/core/attempt-chart'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson } from './support/wire.ts'

const signInActions = {
  prepareFirstFactor: { strategy: 'email_code' },
  attemptFirstFactor: { strategy: 'email_code', code: '1' },
  prepareSecondFactor: { strategy: 'phone_code' },
  attemptSecondFactor: { strategy: 'totp', code: '1' },
  resetPassword: { password: 'x' },
  reload: undefined,
} as const
const signUpActions = {
  update: { firstName: 'x' },
  prepareVerification: { strategy: 'email_code' },
  attemptVerification: { strategy: 'email_code', code: '1' },
  reload: undefined,
} as const

const pairs = (kind: 'signIn' | 'signUp', actions: object) =>
  [...Object.keys(attemptChart[kind]), 'of_tomorrow']
    .filter(status => status !== 'none')
    .flatMap(status =>
      Object.entries(actions).map(([action, params]) => [kind, status, action, params] as const),
    )

/** What becomes of an action: sent, or refused here with a code. */
const outcome = async (
  kind: 'signIn' | 'signUp',
  status: string,
  action: string,
  params: unknown,
) => {
  const attempt = { id: 'x_1', status, verifications: {} }
  const { fetch, seen } = scriptedFetch(() =>
    json({ response: clientJson({ sign_in: attempt, sign_up: attempt }), client: null }),
  )
  const clientele = createClientele({ publishableKey, fetch, modules: [attemptGuard()] })
  await clientele.load()
  const run: unknown = Reflect.get(clientele.client?.[kind] ?? {}, action)
  if (typeof run !== 'function') throw new Error(`${action} is missing`)
  const error = await run(params).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { error, sent: seen.length > 1 }
}

describe('every status and action', () => {
  it.each([...pairs('signIn', signInActions), ...pairs('signUp', signUpActions)])(
    '%s %s: %s is sent or refused as the chart says',
    async (kind, status, action, params) => {
      const legal = legalActions(kind, status)
      const { error, sent } = await outcome(kind, status, action, params)
      expect(sent).toBe(!legal || legal.includes(action))
      if (sent) return
      expect(error).toMatchObject({ code: 'action_not_allowed' })
      for (const name of legal ?? []) expect(String(error)).toContain(name)
    },
  )
})

it('no state is a dead end', () => {
  for (const states of Object.values(attemptChart))
    for (const actions of Object.values(states)) expect(actions).toContain('create')
})

it('a status that is not known is not refused anything', () => {
  expect(legalActions('signIn', 'of_tomorrow')).toBeUndefined()
  expect(legalActions('signIn', 'toString')).toBeUndefined()
  expect(legalActions('signIn', null)).toEqual(['create'])
})

it('the guard is gone after dispose', async () => {
  const { fetch } = scriptedFetch(() => json({ response: clientJson(), client: null }))
  const clientele = createClientele({ publishableKey, fetch })
  const hooks = clientele.use(kernel => {
    attemptGuard()(kernel)
    return kernel.hooks
  })
  const ask = () => hooks.assertAllowed('signIn', 'complete', 'attemptFirstFactor')
  expect(ask).toThrow(expect.objectContaining({ code: 'action_not_allowed' }))
  clientele.dispose()
  expect(ask).not.toThrow()
})
