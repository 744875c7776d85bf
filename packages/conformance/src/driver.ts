import type { Client, ClienteleStore } from '@clientele/core'
import type { SignInForm, SignUpForm } from '@clientele/core/attempt-form'

/** What one component reads of the client; without a selector, all of it. */
export interface Reader {
  readonly selector?: (client: Client | undefined) => unknown
  readonly equalityFn?: (a: unknown, b: unknown) => boolean
}

/** Components on a screen. */
export interface Screened {
  /** Does something, and lets the framework show what follows from it. */
  act(work: () => unknown): Promise<void>
  unmount(): Promise<void>
}

export interface Mounted extends Screened {
  /**
   * What each reader has shown, one entry a render that came to the screen; in the order of the
   * readers.
   */
  readonly shown: readonly (readonly unknown[])[]
}

/**
 * A form for signing in and one for signing up, each in a component of its own: one entry a render.
 */
export interface MountedForms extends Screened {
  readonly signIn: readonly SignInForm[]
  readonly signUp: readonly SignUpForm[]
}

export const whens = ['loading', 'signed-in', 'signed-out', 'degraded', 'failed'] as const

/** One `Show` for each of what it can wait for. */
export type MountShow = (clientele: ClienteleStore) => Promise<
  Screened & {
    /** All of them in words, in the order of `whens`; `-` for one that shows its fallback. */
    shown(): string
  }
>

/** Puts readers on a screen by the means of one framework. */
export interface Driver {
  readonly name: string
  mount(clientele: ClienteleStore, readers: readonly Reader[]): Promise<Mounted>
  mountForms(clientele: ClienteleStore): Promise<MountedForms>
}

/**
 * Readers below a Suspense that shows `waiting`, below a boundary that shows the name and the code
 * of an error and begins anew when the client becomes known. Each reader shows how many sessions
 * there are.
 */
export type MountSuspense = (
  clientele: ClienteleStore,
  readers: number,
) => Promise<Screened & { shown(): string }>
