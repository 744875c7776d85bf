import type { Source } from '@clientele/core'
import { useSyncExternalStore } from 'react'

/** What a source of the page holds. */
export const useHeld = <Held>({ get, getInitial, subscribe }: Source<Held>): Held =>
  useSyncExternalStore(subscribe, get, getInitial)
