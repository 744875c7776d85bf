import type { ClienteleStore } from '@clientele/core'
import { type Activity, createActivity } from './activity.ts'
import { focusHeading } from './focus-heading.ts'
import { handleRedirect } from './redirect-callback.ts'
import { takeOrigin } from './return-urls.ts'
import { createRun, type Run } from './run.ts'
import { createValue, type Value } from './value.ts'

/** What every part of a page works with. */
export interface Page {
  readonly store: ClienteleStore
  readonly activity: Activity
  /** What went wrong and belongs to no field. */
  readonly alerts: Value<readonly string[]>
  /** What screen readers are told, when they are done with what they are saying. */
  readonly announcement: Value<string>
  readonly run: Run
  /** Somebody has just signed in. */
  readonly welcome: () => void
  /** Loads the client, and goes on where a link or a provider led back to this page. */
  readonly begin: () => Promise<void>
}

const none: readonly string[] = []

export const createPage = (store: ClienteleStore): Page => {
  const activity = createActivity()
  const alerts = createValue(none)
  const announcement = createValue('')
  const run = createRun(activity, messages => alerts.set(messages.length > 0 ? messages : none))
  const welcome = () => {
    const { user } = store
    announcement.set(`Signed in as ${user?.primaryEmailAddress?.emailAddress ?? user?.id}`)
    focusHeading('sessions')
  }
  store.subscribe((client, previous) => {
    if (client !== previous) activity.changed(client, previous)
  })
  const begin = async () => {
    const origin = takeOrigin()
    const load = async () => {
      await store.load()
      return store.status
    }
    const { isDone } = await run({ label: 'clientele.load()', run: load })
    if (isDone && origin)
      await run(handleRedirect({ store, alert: alerts.set, onSignedIn: welcome }, origin))
  }
  return { store, activity, alerts, announcement, run, welcome, begin }
}
