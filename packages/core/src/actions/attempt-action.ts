import type { Params } from '../http/encode.ts'
import { isObject } from '../is-object.ts'
import type { Kernel } from '../kernel.ts'
import type { AttemptKind } from '../slices/attempts.ts'
import type { AttemptAction } from './action-table.ts'
import { continueAttempt, createAttempt, prepareAttempt } from './attempt.ts'
import {
  type AuthenticateWithRedirectParams,
  authenticateWithRedirect,
} from './authenticate-with-redirect.ts'
import { type ReloadParams, toNonceQuery } from './reload.ts'

/** What a method is called with; its own types are those of the view. */
type Given = Params & { readonly strategy?: string }

/** @throws TypeError that names the action, for parameters that are none. */
const readParams = (name: string, given: unknown): Given => {
  if (given === undefined) return {}
  if (isObject(given) && !Array.isArray(given)) return { ...given }
  throw new TypeError(`${name}() takes one object of parameters`)
}

const requireStrategy = (name: string, { strategy, ...params }: Given) => {
  if (strategy !== undefined) return { strategy, ...params }
  throw new TypeError(`${name}() needs a strategy, such as ${name}({ strategy: 'email_code' })`)
}

/**
 * Does one action of the table.
 *
 * @param id the attempt that is meant; left out, the one in progress, whichever that is.
 * @throws ClienteleError as the action fails, TypeError for parameters that make no sense.
 */
export const performAttemptAction = async (
  kernel: Kernel,
  kind: AttemptKind,
  name: string,
  { type, as: action = name, strategy }: AttemptAction,
  given: unknown,
  id: string | undefined,
): Promise<unknown> => {
  kernel.lifetime.throwIfAborted()
  const params = { ...(strategy !== undefined && { strategy }), ...readParams(name, given) }
  switch (type) {
    case 'create':
      return createAttempt(kernel, kind, params)
    case 'upsert': {
      const isBegun = kernel.store.getState().attempts[kind].data?.status === 'missing_requirements'
      return isBegun
        ? continueAttempt(kernel, kind, { action: 'update', params })
        : createAttempt(kernel, kind, params)
    }
    case 'prepare':
      return prepareAttempt(kernel, kind, { action, id, params: requireStrategy(name, params) })
    case 'act':
      if (action.startsWith('attempt')) requireStrategy(name, params)
      return continueAttempt(kernel, kind, { action, id, params })
    case 'reload':
      // as: checked where it is used
      return continueAttempt(kernel, kind, {
        action,
        id,
        query: toNonceQuery(params as ReloadParams),
      })
    case 'redirect':
      // as: checked where it is used
      return authenticateWithRedirect(
        kernel,
        kind,
        params as unknown as AuthenticateWithRedirectParams,
      )
  }
}

/** The methods of a table, each done by `perform`. */
export const bindActions = <Methods>(
  actions: Readonly<Record<keyof Methods & string, AttemptAction>>,
  perform: (name: string, action: AttemptAction, params: unknown) => Promise<unknown>,
): Methods =>
  Object.fromEntries(
    Object.entries<AttemptAction>(actions).map(([name, action]) => [
      name,
      (params: unknown) => perform(name, action, params),
    ]),
  ) as Methods // as: one method for each name of the table
