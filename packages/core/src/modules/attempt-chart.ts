import type { AttemptActions } from '../actions/action-table.ts'
import { signInActions } from '../actions/sign-in.ts'
import { signUpActions } from '../actions/sign-up.ts'
import { ClienteleError } from '../errors.ts'
import { own } from '../is-object.ts'
import type { Kernel } from '../kernel.ts'

type Actions = Readonly<Record<string, readonly string[]>>

/** Statuses by the names that tables of actions have for them; `any` lists all, in order. */
type Groups = Readonly<Record<string, readonly string[]>> & { readonly any: readonly string[] }

const signIn = {
  any: [
    'none',
    'needs_identifier',
    'needs_first_factor',
    'needs_second_factor',
    'needs_client_trust',
    'needs_new_password',
    'needs_protect_check',
    'complete',
    'abandoned',
  ],
  first: ['needs_identifier', 'needs_first_factor'],
  second: ['needs_second_factor', 'needs_client_trust'],
  reset: ['needs_new_password'],
  readable: [
    'needs_identifier',
    'needs_first_factor',
    'needs_second_factor',
    'needs_client_trust',
    'needs_new_password',
    'needs_protect_check',
    'complete',
  ],
}

const signUp = {
  any: ['none', 'missing_requirements', 'complete', 'abandoned'],
  begun: ['missing_requirements'],
  readable: ['missing_requirements', 'complete'],
}

const chartOf = (groups: Groups, actions: AttemptActions): Actions =>
  Object.fromEntries(
    groups.any.map(status => [
      status,
      Object.entries(actions).flatMap(([name, { from }]) =>
        from !== undefined && groups[from]?.includes(status) ? name : [],
      ),
    ]),
  )

/**
 * The statuses of a sign-in and a sign-up, and the actions that may be done in each. `none` is
 * before the first `create`. A status that is not here comes from a newer server: it is
 * `unsupported`, and everything may be tried.
 */
export const attemptChart: Readonly<Record<'signIn' | 'signUp', Actions>> = {
  signIn: /* @__PURE__ */ chartOf(signIn, signInActions),
  signUp: /* @__PURE__ */ chartOf(signUp, signUpActions),
}

/**
 * What may be done in a status: a list of actions, or nothing for a status that this version does
 * not know.
 */
export const legalActions = (
  kind: 'signIn' | 'signUp',
  status: string | null | undefined,
): readonly string[] | undefined => own(attemptChart[kind], status ?? 'none')

/**
 * A module that refuses what the chart does not allow, before anything is sent, with an error
 * `action_not_allowed` that names what is allowed.
 *
 * @example
 * const clientele = createClientele({ publishableKey, modules: [attemptGuard()] })
 */
export const attemptGuard =
  () =>
  ({ hooks }: Kernel): void => {
    hooks.guard((kind, status, action) => {
      const legal = legalActions(kind, status)
      if (!legal || legal.includes(action)) return
      throw new ClienteleError(
        'action_not_allowed',
        `${action} is not possible while the ${kind} is ${status}. Possible: ${legal.join(', ')}`,
      )
    })
  }
