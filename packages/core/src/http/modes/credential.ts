import type { StoragePort } from '../../ports.ts'

/** A credential kept in storage, with memory as the truth: storage that fails costs the next start, not this one. */
export interface Credential {
  read(): Promise<string | null>
  /** Stores `next` unless another answer already replaced `expected`. */
  swap(expected: string | null, next: string | null): Promise<void>
}

export const createCredential = (storage: StoragePort, key: string, onError: (error: unknown) => void): Credential => {
  let current: Promise<string | null> | undefined
  const guarded = async <Result>(work: () => Result | Promise<Result>): Promise<Result | null> => {
    try {
      return await work()
    } catch (error) {
      onError(error)
      return null
    }
  }
  const read = () => {
    current ??= guarded(() => storage.getItem(key))
    return current
  }
  return {
    read,
    swap: async (expected, next) => {
      if (next === expected || (await read()) !== expected) return
      current = Promise.resolve(next)
      await guarded(() => (next === null ? storage.removeItem(key) : storage.setItem(key, next)))
    },
  }
}
