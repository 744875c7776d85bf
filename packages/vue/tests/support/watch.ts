import type { ClienteleStore } from '@clientele/core'
import { defineComponent } from 'vue'
import { openScreen, type Screen } from './screen.ts'

export interface Watched<Value> extends Screen {
  /** What each render has read. */
  readonly seen: readonly Value[]
}

/** The value of a ref. */
export const read = <Value>({ value }: { readonly value: Value }): Value => value

/** Mounts a component that uses a composable, and in each render reads some of what it gave. */
export const watch = <Given, Value>(
  { clientele }: { readonly clientele: ClienteleStore },
  use: () => Given,
  read: (given: Given) => Value,
): Watched<Value> => {
  const seen: Value[] = []
  const Reader = defineComponent({
    setup: () => {
      const given = use()
      return () => void seen.push(read(given))
    },
  })
  return { ...openScreen(clientele, Reader), seen }
}
