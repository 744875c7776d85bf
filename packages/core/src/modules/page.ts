/** The part of `EventTarget` that is used. */
export interface Events {
  addEventListener(type: string, listener: (event: Event) => void): void
  removeEventListener(type: string, listener: (event: Event) => void): void
}

/** What a module listens to and asks of the page that it runs in. */
export interface Page {
  /** Tells when the page is used again or back online; `window` of a browser fits. */
  readonly window: Events & {
    /** Without `onLine` the page counts as online. */
    readonly navigator?: { readonly onLine?: boolean | undefined } | undefined
    readonly location?: {
      readonly hostname: string
      readonly protocol: string
      readonly origin: string
    }
    /** The outermost window; another one than this in a frame. */
    readonly top?: { readonly location?: { readonly origin: string } } | null
  }
  /** Tells whether the page is looked at; `document` of a browser fits. */
  readonly document: Events & { readonly visibilityState: string; hasFocus(): boolean }
}

/**
 * The page around, or nothing where there is none: on a server, in a worker, in a native
 * application.
 */
export const currentPage = (): Page | undefined =>
  typeof document === 'undefined' || typeof globalThis.window?.addEventListener !== 'function'
    ? undefined
    : { window, document }

/** Where a page is only rendered. A native application has a `window` as well, and no document. */
export const isServer = (): boolean => typeof window === 'undefined'

/** Listens to events of these types. @returns its undo. */
export const listen = (
  target: Events,
  types: readonly string[],
  listener: (event: Event) => void,
): (() => void) => {
  for (const type of types) target.addEventListener(type, listener)
  return () => {
    for (const type of types) target.removeEventListener(type, listener)
  }
}
