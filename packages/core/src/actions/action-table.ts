/**
 * One action of an attempt: how it is done, and in which statuses it may be.
 *
 * - `prepare` has something sent, `act` proves or changes something, `upsert` is `update` of what
 *   is in progress or else `create`.
 * - `as` names the action that it is a short form of, with this strategy unless another is given.
 */
export interface AttemptAction {
  readonly type: 'create' | 'prepare' | 'act' | 'reload' | 'redirect' | 'upsert'
  readonly as?: string
  readonly strategy?: string
  /**
   * The statuses in which it may be, by the name that the chart has for them; left out for what is
   * made of other actions.
   */
  readonly from?: string
}

export type AttemptActions = Readonly<Record<string, AttemptAction>>
