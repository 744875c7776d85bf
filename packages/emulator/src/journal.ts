/** One request as the emulator understood it; every secret in it is masked. */
export interface JournalEntry {
  /** Epoch milliseconds. */
  readonly at: number
  /** The logical method: `_method` where it was given. */
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, string>>
  readonly origin: string | null
  readonly status: number
  /** The first error code of the answer. */
  readonly code: string | null
}

/** The requests of an emulator, oldest first; only the last 10,000 are kept. */
export interface Journal {
  entries(): readonly JournalEntry[]
  add(entry: JournalEntry): void
  clear(): void
}

const limit = 10_000

export const createJournal = (): Journal => {
  let kept: JournalEntry[] = []
  return {
    entries: () => kept.slice(-limit),
    add: entry => {
      kept.push(Object.freeze(entry))
      if (kept.length > 2 * limit) kept = kept.slice(-limit)
    },
    clear: () => {
      kept = []
    },
  }
}

const secrets = new Set([
  'password',
  'new_password',
  'current_password',
  'code',
  'token',
  'ticket',
  'state',
  'signature',
  'expired_token',
  'captcha_token',
  'proof_token',
  'code_verifier',
  'public_key_credential',
  'rotating_token_nonce',
  '__clerk_db_jwt',
  '__dev_session',
  '__clerk_ticket',
  '__clerk_testing_token',
  '__clerk_handshake',
])

/** Parameters as a record without one secret value. A later one of the same name wins. */
export const masked = (params: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...params].map(([name, value]) => [name, secrets.has(name) ? '***' : value]))
