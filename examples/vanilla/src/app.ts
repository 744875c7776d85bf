import type { Clientele, Snapshot } from '@clientele/core'
import type { Alerts } from './alerts.ts'
import type { Perform } from './perform.ts'

/** What every part of the page works with. */
export interface App {
  readonly clientele: Clientele
  readonly perform: Perform
  readonly alerts: Alerts
}

/** A part of the page. It is drawn once, and fills itself in again after each change. */
export interface Panel {
  readonly node: HTMLElement
  readonly render: (snapshot: Snapshot) => void
}
