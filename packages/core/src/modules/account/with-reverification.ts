import { type ClienteleError, isClienteleError } from '../../errors.ts'
import { isObject } from '../../is-object.ts'
import type { VerificationLevel } from './params.ts'

/** What a form for verifying again is given. */
export interface NeedsReverification {
  /** What the server asks for; `second_factor` where it does not say. */
  readonly level: VerificationLevel
  /** As the action failed. */
  readonly error: ClienteleError
}

/** How a refused action is verified and run again. */
export interface WithReverificationOptions {
  /**
   * Lets the user verify: `startVerification`, then the factors. Resolve when it is complete;
   * reject to give up, and the action rejects with that.
   */
  readonly onNeedsReverification: (needs: NeedsReverification) => Promise<unknown>
}

/**
 * Runs an action; when the server asks for a newer verification first, lets the callback verify and
 * runs it once more.
 *
 * @throws whatever the action or the callback throws; TypeError without a callback.
 * @example
 * await api.withReverification(() => api.updatePassword({ newPassword }), {
 *   onNeedsReverification: ({ level }) => showDialog(level),
 * })
 */
export type WithReverification = <Result>(
  action: () => Promise<Result>,
  options: WithReverificationOptions,
) => Promise<Result>

/** The level that a refusal asks for by its `meta`; `second_factor` where nothing says it. */
export const levelIn = (meta: unknown): VerificationLevel => {
  const { level, reverification } = (isObject(meta) ? meta : {}) as Record<string, unknown>
  const named = isObject(reverification) && 'level' in reverification ? reverification.level : level
  return typeof named === 'string' ? named : 'second_factor'
}

/** True when an action failed because the server asks for a newer verification first. */
export const isReverificationRequired = (error: unknown): error is ClienteleError =>
  isClienteleError(error) && error.code === 'session_reverification_required'

export const withReverification: WithReverification = async (action, options) => {
  if (typeof action !== 'function' || typeof options?.onNeedsReverification !== 'function')
    throw new TypeError(
      'withReverification() needs an action and { onNeedsReverification }, both functions',
    )
  try {
    return await action()
  } catch (error) {
    if (!isReverificationRequired(error)) throw error
    await options.onNeedsReverification({ level: levelIn(error.errors[0]?.meta), error })
    return action()
  }
}
