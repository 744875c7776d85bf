import { ClienteleError } from '../../errors.ts'
import type { StoragePort } from '../../ports.ts'

/**
 * A credential kept in storage, with memory as the truth: storage that fails costs the next start,
 * not this one.
 */
export interface Credential {
  read(): Promise<string | null>
  /** Stores `next` unless another answer already replaced `expected`. */
  swap(expected: string | null, next: string | null): Promise<void>
}

export interface CredentialOptions {
  readonly storage: StoragePort
  readonly key: string
  /** Told of storage that failed. */
  readonly onError: (error: unknown) => void
  /**
   * Nothing may be sent without it: a server that sees none makes a new client, and everybody is
   * signed out. Storage that cannot be read is then `storage_unavailable`, and asked again with the
   * next request.
   */
  readonly required: boolean
}

export const createCredential = ({
  storage,
  key,
  onError,
  required,
}: CredentialOptions): Credential => {
  let current: Promise<string | null> | undefined
  const load = async (): Promise<string | null> => {
    try {
      return await storage.getItem(key)
    } catch (cause) {
      onError(cause)
      current = undefined
      if (!required) return null
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
  const write = async (next: string | null) => {
    try {
      await (next === null ? storage.removeItem(key) : storage.setItem(key, next))
    } catch (error) {
      onError(error)
    }
  }
  return {
    read,
    swap: async (expected, next) => {
      if (next === expected || (await read()) !== expected) return
      current = Promise.resolve(next)
      await write(next)
    },
  }
}
