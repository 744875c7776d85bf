import { endSessions, flushRevocations } from '../actions/revoke-sessions.ts'
import { assertKnown } from '../arguments.ts'
import { ClienteleError } from '../errors.ts'
import { toSnakeCase } from '../http/encode.ts'
import { isObject } from '../is-object.ts'
import type { Kernel } from '../kernel.ts'
import type { SessionRecord } from '../records.ts'
import { isReady } from '../selectors/connection.ts'
import { isSignedIn, selectSession, selectUser } from '../selectors/sessions.ts'
import { setClient } from '../slices/client.ts'
import { setConnection } from '../slices/connection.ts'
import { clearEndedSession, setActiveSession, setRevokesAll } from '../slices/sessions.ts'
import type { State } from '../state.ts'
import { currentPage, type Page } from './page.ts'
import { storageKey } from './storage-key.ts'

export type { Page } from './page.ts'

/** `localStorage` fits, and the asynchronous storage of React Native too. */
export interface SnapshotStorage {
  /** `null` for what was never kept. */
  getItem(key: string): string | null | Promise<string | null>
  /** Replaces what was kept under the key. */
  setItem(key: string, value: string): unknown
  /** Nothing happens for a key that is not there. */
  removeItem(key: string): unknown
}

/** Where the state is kept, and how long it counts. */
export interface PersistOptions {
  /** `localStorage` of a page when not set; where there is none, nothing is kept. */
  readonly storage?: SnapshotStorage | undefined
  /** Tells whether the browser is offline; this page when not set. */
  readonly page?: Page | undefined
  /**
   * Shows what was kept as soon as the client is loaded, before the server has answered; else only
   * when it cannot be reached. A page that a server rendered must not: the server has no storage.
   */
  readonly immediate?: boolean | undefined
}

/**
 * As it is stored. The client is kept as the wire has it, so that what comes back is checked like
 * any answer.
 */
interface Stored {
  readonly v: number
  readonly client: unknown
  readonly activeId: string | null
  readonly revoking: readonly string[]
  readonly revokesAll: boolean
}

const version = 2
const opaque = /[mM]etadata$|^actor$|^uiHints$/

/** With the names that the wire has. */
const toWire = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toWire)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      toSnakeCase(name),
      opaque.test(name) ? item : toWire(item),
    ]),
  )
}

const toStored = (state: State): Stored => {
  const { loaded, ...client } = state.client
  const sessions = state.sessions.ids.flatMap(id => {
    const session = selectSession(state, id)
    if (!session) return []
    const { userId, ...rest } = session
    return [{ ...rest, user: selectUser(state, session) }]
  })
  return {
    v: version,
    client: loaded ? toWire({ ...client, sessions, signIn: null, signUp: null }) : null,
    activeId: state.sessions.activeId,
    revoking: state.sessions.revoking,
    revokesAll: state.sessions.revokesAll,
  }
}

const isStored = (value: unknown): value is Stored => {
  if (!isObject(value)) return false
  const { v, client, activeId, revoking, revokesAll } = value
  return (
    v === version &&
    typeof client === 'object' &&
    Array.isArray(revoking) &&
    revoking.every(id => typeof id === 'string') &&
    typeof revokesAll === 'boolean' &&
    (activeId === null || typeof activeId === 'string')
  )
}

/** @throws Error for what is none of this version. */
const parseStored = (text: string): Stored => {
  const value: unknown = JSON.parse(text)
  if (isStored(value)) return value
  throw new Error('another version')
}

/** A storage that all visitors of a server share would show one to another. */
const pageStorage = (): SnapshotStorage | undefined => {
  if (!currentPage()) return undefined
  try {
    return globalThis.localStorage
  } catch {
    // Pages without storage throw at the mere look.
    return undefined
  }
}

/**
 * Keeps who is signed in for the next start, which shows it with the status `degraded` when the
 * server cannot be reached, or at once with `immediate`. Sign-outs that the server has yet to hear
 * of are kept too. Never tokens, and nothing of an attempt.
 *
 * What cannot be used is dropped and reported as `snapshot_invalid`: another version, another
 * shape, expired sessions.
 *
 * @example
 * createClientele({ publishableKey, modules: [persist()] })
 */
export const persist = (options: PersistOptions = {}) => {
  assertKnown('persist', options, 'storage, page, immediate')
  const { storage = pageStorage(), page = currentPage(), immediate } = options
  return (kernel: Kernel): void => {
    if (!storage) return
    const { store, time, normalize, onDispose, onError } = kernel
    const key = storageKey(kernel.instance.publishableKey, 'state')
    let stored: Stored | undefined
    let written: string | null = null
    let isRead = false
    /** The sessions when the client became known: who signed in since then is not meant. */
    let first: readonly string[] | undefined
    const see = ({ client, sessions }: State) => {
      if (client.loaded) first ??= sessions.ids
    }

    /** Storage that fails costs the next start, not this one. */
    const guarded = async (work: () => unknown) => {
      try {
        await work()
      } catch (error) {
        onError(error)
      }
    }

    const drop = (cause: unknown) => {
      onError(new ClienteleError('snapshot_invalid', 'The stored snapshot was dropped', { cause }))
      void guarded(() => storage.removeItem(key))
    }

    const isLive = ({ expireAt, abandonAt }: SessionRecord) =>
      Math.min(expireAt, abandonAt) > time.server()

    /** Sessions that expired meanwhile; if all of them did, the clock is rather wrong. */
    const findExpired = (sessions: readonly SessionRecord[]): readonly string[] => {
      const expired = sessions.filter(session => !isLive(session)).map(({ id }) => id)
      return expired.length === sessions.length ? [] : expired
    }

    const restore = ({ client, activeId }: Stored) => {
      const base = store.getState()
      const next = normalize.client(client, base)
      const expired = findExpired(Object.values(next.sessions))
      const sessions = Object.fromEntries(
        Object.entries(next.sessions).filter(([id]) => !expired.includes(id)),
      )
      store.commitFrom(
        'the stored snapshot',
        setClient({
          ...next,
          ids: next.ids.filter(id => !expired.includes(id)),
          sessions,
          revoking: base.sessions.revoking,
        }),
        setActiveSession(isSignedIn(sessions[activeId ?? '']) ? activeId : null),
        clearEndedSession,
      )
    }

    /** Shows what was stored once it is clear that nothing newer is to be had. */
    const show = () => {
      const { connection, client } = store.getState()
      const { status } = connection
      const offline = page?.window.navigator?.onLine === false
      if (
        !stored?.client ||
        client.loaded ||
        !(status === 'degraded' || (status === 'loading' && (offline || immediate)))
      )
        return
      try {
        restore(stored)
        if (offline)
          store.commit(
            setConnection('degraded', new ClienteleError('offline', 'There is no network')),
          )
      } catch (cause) {
        drop(cause)
      } finally {
        stored = undefined
      }
    }

    /** What could not be said before is said, also when the server was heard of sooner. */
    const remember = ({ revoking, revokesAll }: Stored) => {
      const ended = revokesAll ? [...revoking, ...(first ?? [])] : revoking
      if (ended.length > 0) endSessions(kernel, ended, 'the stored snapshot')
      if (revokesAll && !first) store.commit(setRevokesAll(true))
      if (ended.length > 0 && isReady(store.getState())) void flushRevocations(kernel)
    }

    const write = () => {
      const state = store.getState()
      const { client, sessions } = state
      const isKnown = client.loaded || sessions.revokesAll
      see(state)
      // Before it was read, what is stored may hold what the server was never told.
      if (!isRead || !(isKnown || sessions.revoking.length > 0)) return
      if (isKnown) stored = undefined
      else if (stored?.client) return
      const text = JSON.stringify(toStored(state))
      if (text === written) return
      written = text
      void guarded(() => storage.setItem(key, text))
    }
    write()

    const read = (text: string | null | undefined) => {
      isRead = true
      if (typeof text === 'string') {
        try {
          stored = parseStored(text)
        } catch (cause) {
          return drop(cause)
        }
        written = text
        remember(stored)
        show()
      }
      write()
    }
    void guarded(() => {
      const text = storage.getItem(key)
      return typeof text === 'object' && text ? text.then(read) : read(text)
    })
    onDispose(
      store.subscribe(({ client, sessions, users }) => [client, sessions, users], write, {
        equalityFn: (a, b) => a.every((slice, index) => slice === b[index]),
      }),
    )
    onDispose(store.subscribe(({ connection }) => connection.status, show))
  }
}
