import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'

const read = ['create', 'reload'] as const
const first = [...read, 'prepareFirstFactor', 'attemptFirstFactor'] as const
const second = [...read, 'prepareSecondFactor', 'attemptSecondFactor'] as const
const signUp = [...read, 'update', 'prepareVerification', 'attemptVerification'] as const

/**
 * The states of a sign-in and a sign-up, and what may be done in each (sections 5.2 and 5.3).
 * `none` is before the first `create`. A status that is not here comes from a newer server: it is
 * `unsupported`, and everything may be tried.
 */
export const attemptChart = {
  signIn: {
    none: ['create'],
    needs_identifier: first,
    needs_first_factor: first,
    needs_second_factor: second,
    needs_client_trust: second,
    needs_new_password: [...read, 'resetPassword'],
    needs_protect_check: read,
    complete: read,
    abandoned: ['create'],
  },
  signUp: {
    none: ['create'],
    missing_requirements: signUp,
    complete: read,
    abandoned: ['create'],
  },
} as const satisfies Record<'signIn' | 'signUp', Record<string, readonly string[]>>

export type AttemptAction = (typeof first | typeof second | typeof signUp)[number] | 'resetPassword'

/**
 * What may be done in a status: a list of actions, or nothing for a status that this version does
 * not know.
 */
export const legalActions = (
  kind: 'signIn' | 'signUp',
  status: string | null,
): readonly string[] | undefined => {
  const states: Readonly<Record<string, readonly string[]>> = attemptChart[kind]
  const state = status ?? 'none'
  return Object.hasOwn(states, state) ? states[state] : undefined
}

/**
 * A module that refuses what the chart does not allow, before anything is sent, with an error
 * `action_not_allowed` that names what is allowed.
 *
 * @example
 * const clientele = createClientele({ publishableKey, modules: [attemptGuard] })
 */
export const attemptGuard = ({ guards, onDispose }: Kernel): void => {
  const guard = (kind: 'signIn' | 'signUp', status: string, action: string) => {
    const legal = legalActions(kind, status)
    if (!legal || legal.includes(action)) return
    throw new ClienteleError(
      'action_not_allowed',
      `${action} is not possible while the ${kind} is ${status}. Possible: ${legal.join(', ')}`,
    )
  }
  guards.add(guard)
  onDispose(() => guards.delete(guard))
}
