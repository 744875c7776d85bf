import type { AttemptAction } from '../actions/action-table.ts'
import { bindActions, performAttemptAction } from '../actions/attempt-action.ts'
import { emailLink } from '../modules/email-link.ts'
import type { SignInRecord, SignUpRecord } from '../records.ts'
import type { AttemptKind } from '../slices/attempts.ts'
import { once } from '../view/once.ts'
import { afterLoad, type Context } from './context.ts'
import { createEmailLinkFlow } from './email-link-flow.ts'

interface LinkParams {
  redirectUrl: string
  emailAddressId?: string | undefined
}

interface Records {
  signIn: SignInRecord
  signUp: SignUpRecord
}

/**
 * Reads an attempt as it is now: the same object as long as it does not change.
 *
 * @param show a record, or that there is none, as Clerk's code reads it.
 */
export const attemptReader = <Kind extends AttemptKind, Shown extends object>(
  { kernel }: Pick<Context, 'kernel'>,
  kind: Kind,
  show: (record: Records[Kind] | null) => Shown,
): (() => Shown) => {
  const nothing = show(null)
  const shown = once<Records[Kind], Shown>(show)
  return () => {
    // as: what stands under its kind
    const data = kernel.store.getState().attempts[kind].data as Records[Kind] | null
    return data ? shown(data) : nothing
  }
}

/** What an attempt of either kind can do: what its table names, and waiting for a link. */
export const attemptMethods = <Name extends keyof Resource & string, Resource>(
  context: Context,
  kind: AttemptKind,
  actions: Readonly<Record<Name, AttemptAction>>,
  self: () => Resource,
) => ({
  ...bindActions<Pick<Resource, Name>>(actions, (name, action, params) =>
    afterLoad(context, kind, async () => {
      await performAttemptAction(context.kernel, kind, name, action, params, undefined)
      return action.type === 'redirect' ? undefined : self()
    }),
  ),
  createEmailLinkFlow: () =>
    createEmailLinkFlow(
      (params: LinkParams & { readonly signal: AbortSignal }) =>
        afterLoad(context, kind, () =>
          emailLink()(context.kernel).sendAndWait({ kind, ...params }),
        ),
      self,
    ),
})
