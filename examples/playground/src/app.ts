import type { Snapshot } from '@clientele/core'
import type { Field } from './dom/field.ts'
import type { Action } from './model/action.ts'
import type { Page } from './model/page.ts'

/** What a action is started by. */
export interface Start {
  /** The button or form: it is busy meanwhile, and a second press does nothing. */
  readonly trigger: HTMLElement
  /** Where errors of single fields are shown. */
  readonly fields?: readonly Field[]
}

/** Does a action for who pressed something. @returns whether it succeeded */
export type Do = (action: Action, start: Start) => Promise<boolean>

/** What every part of the page works with. */
export interface App extends Page {
  readonly act: Do
}

/** A part of the page. It is drawn once, and fills itself in again after each change. */
export interface Panel {
  readonly node: HTMLElement
  readonly render: (snapshot: Snapshot) => void
}

/** One form of several, of which one is shown at a time. */
export interface Step {
  readonly form: HTMLFormElement
  /** Empties it, once it is shown no more. */
  readonly clear?: () => void
}
