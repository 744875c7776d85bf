import type { Emulator } from '../../control/emulator.ts'
import type { Database } from '../../model/database.ts'
import type { TableWatch } from '../../model/record-table.ts'

/**
 * Milliseconds between two looks at whether something changed: a person watches, and not a program.
 */
const interval = 500

// As many as are shown: with ten thousand users a look must not take longer than with ten.
const newest = { last: 100 }

/** What differs whenever something did that the dashboard shows. */
const fingerprint = (emulator: Emulator): string => {
  const { attempts, requests, inbox, users, sessions, clients, faults, clock } = emulator
  const { settings, webhooks, organizations } = emulator
  const teams = organizations
    .list(newest)
    .map(({ id, updatedAt, members }) => [id, updatedAt, members.length])
  const people = users.list(newest).map(({ id, updatedAt }) => [id, updatedAt])
  const states = sessions.list(newest).map(({ id, status }) => [id, status])
  const faultCounts = faults.list().map(({ id, met }) => [id, met])
  const browsers = clients.list(newest).map(({ id, updatedAt }) => [id, updatedAt])
  const { at } = requests.at(-1) ?? {}
  const hours = Math.round((clock.now() - Date.now()) / 1000)
  return JSON.stringify([
    requests.length,
    at,
    inbox.messages().length,
    people,
    users.count(),
    teams,
    organizations.count(),
    states,
    browsers,
    attempts.list(newest).map(({ id, status, verifications }) => [id, status, verifications]),
    faultCounts,
    clock.frozen,
    hours,
    settings.read(),
    webhooks.list(newest).map(({ id, deliveries }) => [id, deliveries]),
  ])
}

/** Tells of records, which may be any of many thousands: by what changed, not by a look at all. */
const watchRecords = (database: Database) => {
  const watches: readonly TableWatch<unknown>[] = Object.values(database).map(table =>
    table.watch(),
  )
  return {
    haveChanged: () =>
      watches.map(watch => watch.take()).some(changes => changes === null || changes.size > 0),
    stop: () => {
      for (const watch of watches) watch.stop()
    },
  }
}

/**
 * Server-sent events, one at the beginning and one after each change. Nobody watches any more:
 * nothing goes on.
 */
export const streamEvents = (
  emulator: Emulator,
  database: Database,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const records = watchRecords(database)
  let timer: ReturnType<typeof setInterval> | undefined
  return new ReadableStream({
    start: controller => {
      let shown: string | undefined
      const look = () => {
        const now = fingerprint(emulator)
        // Asked each time, for it tells what is new since the last time.
        const areOthers = records.haveChanged()
        if (now === shown && !areOthers) return
        shown = now
        controller.enqueue(encoder.encode('data: changed\n\n'))
      }
      look()
      timer = setInterval(look, interval)
      timer.unref()
    },
    cancel: () => {
      clearInterval(timer)
      records.stop()
    },
  })
}
