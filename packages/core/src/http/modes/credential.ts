import { ClienteleError } from '../../errors.ts'
import type { Clock, StoragePort } from '../../ports.ts'
import { type Abortable, withTimeout } from '../../time/deadline.ts'

/**
 * A credential kept in storage, with memory as the truth: storage that fails or hangs costs the
 * next start, not this one.
 */
export interface Credential {
  read(): Promise<string | null>
  /**
   * Has `next` from now on unless another answer already replaced `expected`. Storage is written
   * in the background: nobody waits for it.
   */
  swap(expected: string | null, next: string | null): Promise<void>
}

export interface CredentialOptions {
  readonly storage: StoragePort
  readonly key: string
  readonly clock: Clock
  /** Once it is over nobody waits for storage any more. */
  readonly lifetime: Abortable
  /** Told of storage that failed. */
  readonly onError: (error: unknown) => void
  /**
   * Nothing may be sent without it: a server that sees none makes a new client, and everybody is
   * signed out. Storage that cannot be read is then `storage_unavailable`, and asked again with the
   * next request.
   */
  readonly required: boolean
}

/** Milliseconds that storage has for one answer. */
const storageTimeout = 5000

/** Writes one value at a time, always the newest, in the background. */
const createWriter = ({ storage, key, clock, lifetime, onError }: CredentialOptions) => {
  let wanted: string | null = null
  let isWriting = false
  const write = async () => {
    isWriting = true
    for (let written: string | null | undefined; written !== wanted; ) {
      const next = wanted
      written = next
      await withTimeout(
        clock,
        storageTimeout,
        lifetime,
        () =>
          // as: whatever it resolves to
          (next === null
            ? storage.removeItem(key)
            : storage.setItem(key, next)) as Promise<unknown>,
      ).catch(error => lifetime.aborted || onError(error))
    }
    isWriting = false
  }
  return (next: string | null): void => {
    wanted = next
    if (!isWriting) void write()
  }
}

export const createCredential = (options: CredentialOptions): Credential => {
  const { storage, key, clock, lifetime, onError, required } = options
  const write = createWriter(options)
  let current: Promise<string | null> | undefined
  const load = async (): Promise<string | null> => {
    try {
      return (
        (await withTimeout(clock, storageTimeout, lifetime, () => storage.getItem(key))) ?? null
      )
    } catch (cause) {
      if (lifetime.aborted) throw cause
      onError(cause)
      if (!required) return null
      current = undefined
      throw new ClienteleError(
        'storage_unavailable',
        'The credential could not be read from storage',
        { cause },
      )
    }
  }
  const read = () => {
    current ??= load()
    return current
  }
  return {
    read,
    swap: async (expected, next) => {
      if (next === expected || (await read()) !== expected) return
      current = Promise.resolve(next)
      write(next)
    },
  }
}
