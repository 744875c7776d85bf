import type { ClienteleStore } from '@clientele/core'
import { ClienteleProvider } from '@clientele/react'
import { openScreen, type Screen } from './screen.tsx'

export interface Watched<Value> extends Omit<Screen, 'show'> {
  /** What each render was given. */
  readonly seen: readonly Value[]
  /** Renders once more, for no reason of the store's. */
  again(): Promise<void>
}

const Reader = ({
  use,
  tell,
}: {
  readonly use: () => unknown
  readonly tell: (value: unknown) => void
}) => {
  tell(use())
  return null
}

/** Mounts a component that uses a hook. */
export const watch = async <Value,>(
  { clientele }: { readonly clientele: ClienteleStore },
  use: () => Value,
): Promise<Watched<Value>> => {
  const seen: Value[] = []
  // as: what is told is what this very hook gave
  const page = () => (
    <ClienteleProvider clientele={clientele}>
      <Reader use={use} tell={value => seen.push(value as Value)} />
    </ClienteleProvider>
  )
  const { show, ...screen } = await openScreen(page())
  return { ...screen, seen, again: () => show(page()) }
}
