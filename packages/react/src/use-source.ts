import type { Source } from '@clientele/core'
import { useDebugValue, useSyncExternalStore } from 'react'

/**
 * All that a source holds. @param source is the same object on every render, until there is another
 * store.
 */
export const useSource = <Value>({ get, getInitial, subscribe }: Source<Value>): Value => {
  const value = useSyncExternalStore(subscribe, get, getInitial)
  useDebugValue(value)
  return value
}
