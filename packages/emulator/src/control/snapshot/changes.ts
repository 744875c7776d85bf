import type { Message } from '../../model/inbox.ts'
import type { TableWatch } from '../../model/record-table.ts'
import type { Network } from '../../network/network.ts'
import { takeSnapshot } from './take.ts'

/** What an instance knows now that it did not know before, as JSON. */
export interface Changes {
  /** Those of the parts that are others now, each as a whole. */
  readonly parts: Readonly<Record<string, unknown>>
  /** The messages from that place on are these. */
  readonly inbox: { readonly from: number; readonly messages: readonly Message[] }
  readonly tables: Readonly<
    Record<
      string,
      { readonly set: readonly { readonly id: string }[]; readonly gone: readonly string[] }
    >
  >
}

/** Tells what changed since it was asked the last time. It has to be asked between two requests. */
export interface ChangeFeed {
  /**
   * `null` when nothing did; the text of an export when that was asked for, or when everything may
   * be another.
   */
  take(wantsAll: boolean): Changes | string | null
  stop(): void
}

type Watches = Readonly<Record<string, TableWatch<{ readonly id: string }>>>

const changesOfTables = (watches: Watches): Changes['tables'] | null => {
  let isAnother = false
  const tables: Record<string, { set: { id: string }[]; gone: string[] }> = {}
  for (const [name, watch] of Object.entries(watches)) {
    const changes = watch.take()
    isAnother ||= changes === null
    const [set, gone]: [{ id: string }[], string[]] = [[], []]
    for (const [id, record] of changes ?? []) record ? set.push(record) : gone.push(id)
    if (set.length + gone.length > 0) tables[name] = { set, gone }
  }
  return isAnother ? null : tables
}

/** What is small enough to be compared as a whole. */
const partsOf = ({ faults, instance }: Network) => ({
  clock: instance.clock.reading(),
  faults: faults.list(),
  ids: instance.ids.reading(),
  settings: instance.settings,
})

export const createChangeFeed = (network: Network): ChangeFeed => {
  const { instance } = network
  // Nobody takes anything where there is no data file: then nothing is noted either.
  let watches: Watches | null = null
  const watch = (): Watches =>
    Object.fromEntries(
      Object.entries(instance.database).map(([name, table]) => [name, table.watch()]),
    )
  const texts = new Map<string, string>()
  let known: readonly Message[] = []
  const changesOfParts = () => {
    const changed = Object.entries(partsOf(network)).filter(([name, part]) => {
      const text = JSON.stringify(part)
      const isAnother = texts.get(name) !== text
      texts.set(name, text)
      return isAnother
    })
    return Object.fromEntries(changed)
  }
  const changesOfInbox = () => {
    const messages = instance.inbox.messages()
    const from = known.at(-1) === messages[known.length - 1] ? known.length : 0
    const isSame = from === messages.length && from === known.length
    known = messages
    return { isSame, inbox: { from, messages: messages.slice(from) } }
  }
  return {
    take: wantsAll => {
      instance.stamp() // whatever was not told yet
      watches ??= watch()
      const tables = changesOfTables(watches)
      const parts = changesOfParts()
      const { isSame, inbox } = changesOfInbox()
      if (wantsAll || !tables) return JSON.stringify(takeSnapshot(network))
      const isNothing = isSame && Object.keys(parts).length + Object.keys(tables).length === 0
      return isNothing ? null : { parts, inbox, tables }
    },
    stop: () => {
      for (const each of Object.values(watches ?? {})) each.stop()
      watches = null
    },
  }
}
