import { createIds, type Ids } from '../lib/ids.ts'
import { isPlainUrl } from '../lib/one-line.ts'
import { hostOf, publishableKeyFor, secretKeyFor } from '../lib/publishable-key.ts'
import { type Changes, createChanges } from './changes.ts'
import { type ClockPort, createClock, type EmulatorClock } from './clock.ts'
import { createDatabase, type Database } from './database.ts'
import { createInbox, type InstanceInbox, type Message } from './inbox.ts'
import { createJournal, type Journal } from './journal.ts'
import { readPreset, type SettingsInput } from './presets.ts'
import { mergeSettings, type Settings } from './settings.ts'
import { createSigner, type Signer } from './signer.ts'

export interface InstanceOptions {
  /** That of the machine when not set. */
  readonly clock?: ClockPort | undefined
  /** What ids, codes and keys follow from; the same seed gives the same. */
  readonly seed?: string | number | undefined
  /** Made from the host when not set. */
  readonly publishableKey?: string | undefined
  /** What a backend sends; made from the host when not set. Begins with `sk_test_`. */
  readonly secretKey?: string | undefined
  /** Of the Frontend API, without `https://`. */
  readonly host?: string | undefined
  /**
   * Where tokens say they come from, when that is not `https://` and the host: the address at which
   * clients reach this through a proxy, such as `https://app.example.test/__clerk`.
   */
  readonly issuer?: string | undefined
  /** What is other than usual: settings, a preset of them, or one and what is other in it. */
  readonly settings?: SettingsInput | undefined
}

/**
 * One emulated instance: what it knows and what it works with. State machines and routes are
 * functions of it.
 */
export interface Instance extends Changes {
  readonly publishableKey: string
  /** What a backend sends as `Authorization: Bearer …`. */
  readonly secretKey: string
  /** The host of its Frontend API. */
  readonly host: string
  /** Where its tokens say they come from: no slash at the end. */
  readonly issuer: string
  readonly database: Database
  readonly clock: EmulatorClock
  readonly ids: Ids
  readonly inbox: InstanceInbox
  readonly journal: Journal
  readonly signer: Signer
  settings: Settings
  send(message: Omit<Message, 'id' | 'at'>): void
  /** Back to a fresh start. */
  reset(): void
}

const defaultHost = 'clerk.emulator.test'

// Names that nobody can have (RFC 2606 and 6761), and this machine and its networks.
const reserved =
  /(^|\.)(test|example|invalid|localhost|local|internal|example\.(com|net|org))$|^\d+(\.\d+){3}$/

/**
 * A live key of a real host belongs to an application that people use: an emulator must never be
 * taken for it.
 */
const assertNotLive = (publishableKey: string, host: string): void => {
  if (!publishableKey.startsWith('pk_live_') || reserved.test(host.replace(/:\d+$/, ''))) return
  throw new TypeError(
    `publishableKey is the live key of ${host}: an emulator takes keys that begin with ` +
      'pk_test_, or are for a host such as 127.0.0.1.',
  )
}

/** A live secret key opens an application that people use: it has no place here. */
const readSecretKey = (secretKey: string): string => {
  if (/^sk_test_\w+$/.test(secretKey)) return secretKey
  throw new TypeError(
    'secretKey must be sk_test_ and letters: an emulator never takes a live key, nor another kind.',
  )
}

const identify = ({ publishableKey, host }: InstanceOptions) => {
  if (publishableKey === undefined) {
    const known = host ?? defaultHost
    return { host: known, publishableKey: publishableKeyFor(known) }
  }
  const encoded = hostOf(publishableKey)
  if (host !== undefined && host !== encoded) {
    throw new TypeError(
      `publishableKey is for ${encoded}, not for the host ${host}: give one of the two.`,
    )
  }
  assertNotLive(publishableKey.trim(), encoded)
  return { host: encoded, publishableKey: publishableKey.trim() }
}

const readIssuer = (issuer: string | undefined, host: string): string => {
  if (issuer === undefined)
    return `${/^(127\.|0\.0\.0\.0)/.test(host) ? 'http' : 'https'}://${host}`
  if (!/^https?:\/\//.test(issuer) || !isPlainUrl(issuer))
    throw new TypeError(
      'issuer must be an absolute URL such as https://app.example.test/__clerk, ' +
        `not ${JSON.stringify(issuer)}.`,
    )
  return issuer.replace(/\/+$/, '')
}

export const createInstance = (options: InstanceOptions): Instance => {
  const identity = identify(options)
  const initialSettings = mergeSettings(readPreset(options.settings))
  const database = createDatabase()
  const clock = createClock(options.clock)
  const ids = createIds(options.seed ?? 'clientele')
  const inbox = createInbox()
  const journal = createJournal()
  const instance: Instance = {
    ...identity,
    secretKey: readSecretKey(options.secretKey ?? secretKeyFor(identity.host)),
    issuer: readIssuer(options.issuer, identity.host),
    database,
    clock,
    ids,
    inbox,
    journal,
    signer: createSigner(),
    settings: initialSettings,
    ...createChanges(database, clock),
    send: message => inbox.send({ id: ids.next('msg'), at: clock.now(), ...message }),
    reset: () => {
      for (const table of Object.values(database)) table.clear()
      clock.reset()
      ids.reset()
      inbox.clear()
      journal.clear()
      instance.settings = initialSettings
    },
  }
  return instance
}
