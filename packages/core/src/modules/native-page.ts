import type { Events, Page } from './page.ts'

export type { Page } from './page.ts'

/** The part of React Native's `AppState` that is used. */
export interface AppStatePort {
  /** `active`, `inactive`, `background`; `null` or `unknown` while it starts. */
  readonly currentState: string | null
  /** Told after each change. */
  addEventListener(type: 'change', listener: (state: string) => void): { remove(): void }
}

/** The part of `@react-native-community/netinfo` that is used. */
export interface NetInfoPort {
  /** Told at once and after each change; `null` while it is not known. @returns its undo. */
  addEventListener(listener: (state: { readonly isConnected: boolean | null }) => void): () => void
}

/** What tells when the application is looked at, and when the network is back. */
export interface NativePageOptions {
  /** `AppState` of React Native. */
  readonly appState: AppStatePort
  /** Without it nothing is told of the network. */
  readonly netInfo?: NetInfoPort | undefined
}

type Starts = Readonly<Record<string, (tell: () => void) => () => void>>

/** Each type of event is listened to where it comes from, for as long as somebody listens here. */
const createEvents = (starts: Starts): Events => {
  const undos = new Map<string, Map<unknown, () => void>>()
  return {
    addEventListener: (type, listener) => {
      const ofType = undos.get(type) ?? new Map<unknown, () => void>()
      if (!Object.hasOwn(starts, type) || ofType.has(listener)) return
      undos.set(type, ofType)
      // as: its type is all that is read of it, and not every runtime has an Event
      const undo = starts[type]?.(() => listener({ type } as Event))
      if (undo) ofType.set(listener, undo)
    },
    removeEventListener: (type, listener) => {
      undos.get(type)?.get(listener)?.()
      undos.get(type)?.delete(listener)
    },
  }
}

/**
 * A page for the modules that take one, in an application of React Native: it is visible while the
 * application is in the foreground, and online as its network says.
 *
 * @throws TypeError without `appState`.
 * @example
 * // AppState of react-native, NetInfo of @react-native-community/netinfo
 * const page = nativePage({ appState: AppState, netInfo: NetInfo })
 * const modules = [revalidate({ page }), refresh({ page })]
 * const store = createClientele({ publishableKey, mode: 'native', storage, modules })
 */
export const nativePage = (options: NativePageOptions): Page => {
  const { appState, netInfo } = options
  if (typeof appState?.addEventListener !== 'function')
    throw new TypeError('appState is missing: give AppState of react-native')
  let isOnline: boolean | undefined

  const onChange = (tell: () => void) => {
    const subscription = appState.addEventListener('change', tell)
    return () => subscription.remove()
  }
  /** Only a network that was away comes back. */
  const onOnline = (tell: () => void) => {
    let wasOnline: boolean | undefined
    return netInfo?.addEventListener(({ isConnected }) => {
      const isBack = wasOnline === false && isConnected === true
      wasOnline = isOnline = isConnected ?? wasOnline
      if (isBack) tell()
    })
  }
  const isHidden = () => /^(background|inactive)$/.test(appState.currentState ?? '')

  return {
    window: {
      ...createEvents({ online: tell => onOnline(tell) ?? (() => {}) }),
      navigator: {
        get onLine() {
          return isOnline
        },
      },
    },
    document: {
      ...createEvents({ visibilitychange: onChange }),
      get visibilityState() {
        return isHidden() ? 'hidden' : 'visible'
      },
      hasFocus: () => !isHidden(),
    },
  }
}
