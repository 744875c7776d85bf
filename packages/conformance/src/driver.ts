import type { Client, Clientele } from '@clientele/core'

/** What one component reads of the client; without a selector, all of it. */
export interface Reader {
  readonly selector?: (client: Client | undefined) => unknown
  readonly equalityFn?: (a: unknown, b: unknown) => boolean
}

/** Components on a screen. */
export interface Mounted {
  /** What each reader has shown, one entry a render that came to the screen; in the order of the readers. */
  readonly shown: readonly (readonly unknown[])[]
  /** Does something, and lets the framework show what follows from it. */
  act(work: () => unknown): Promise<void>
  unmount(): Promise<void>
}

/** Puts readers on a screen by the means of one framework. */
export interface Driver {
  readonly name: string
  mount(clientele: Clientele, readers: readonly Reader[]): Promise<Mounted>
}
