import type { Next } from '@clientele/core'
import type { App } from '../app.ts'
import type { Field } from '../dom/field.ts'

/** One form of several, of which one is shown at a time. */
export interface Step {
  readonly form: HTMLFormElement
}

/** What a form asks for. */
export interface Deed {
  /** As one would write it in code. */
  readonly label: string
  /** Resolves to what the attempt needs next. */
  readonly run: () => Promise<Next['kind']>
  readonly trigger: HTMLElement
  readonly fields?: readonly Field[]
}

export type Do = (deed: Deed) => void

/** Does what forms ask for, and shows how it went. */
export const createDo =
  ({ perform }: App): Do =>
  deed =>
    void perform({ ...deed, describe: kind => kind })
