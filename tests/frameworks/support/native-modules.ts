/** What sends a request. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

const nothing = () => {}
const constants = (values: object) => ({ getConstants: () => values })
const display = { width: 400, height: 800, scale: 2, fontScale: 1, densityDpi: 320 }
const reactNativeVersion = { major: 0, minor: 86, patch: 3, prerelease: null }

/** Requests of React Native's own `fetch`: what comes of them is told by events. */
const createNetworking = (send: Send, emit: (name: string, values: unknown[]) => void) => ({
  sendRequest: async (
    method: string,
    url: string,
    id: number,
    headers: [string, string][],
    data: { readonly string?: string },
    type: string,
  ) => {
    try {
      const response = await send(url, { method, headers, body: data.string ?? null })
      const body = Buffer.from(await response.arrayBuffer())
      const answered = Object.fromEntries(response.headers)
      emit('didReceiveNetworkResponse', [id, response.status, answered, url])
      emit('didReceiveNetworkData', [id, body.toString(type === 'base64' ? type : 'utf8')])
      emit('didCompleteNetworkResponse', [id, null, false])
    } catch (error) {
      emit('didCompleteNetworkResponse', [id, String(error), false])
    }
  },
  abortRequest: nothing,
})

/** The modules of a telephone without which React Native does not start. */
export const createNativeModules = (
  send: Send,
  emit: (name: string, values: unknown[]) => void,
): Readonly<Record<string, unknown>> => ({
  PlatformConstants: constants({ isTesting: false, reactNativeVersion, Version: 35 }),
  DeviceInfo: constants({ Dimensions: { window: display, screen: display } }),
  SourceCode: constants({ scriptURL: '' }),
  AppState: { ...constants({ initialAppState: 'active' }), getCurrentAppState: nothing },
  NativeReactNativeFeatureFlagsCxx: new Proxy({}, { get: () => () => false }),
  NativeMicrotasksCxx: { queueMicrotask },
  NativeDOMCxx: { linkRootNode: () => null },
  Networking: createNetworking(send, emit),
  BlobModule: { ...constants({}), addNetworkingHandler: nothing, release: nothing },
  FileReaderModule: {},
})

class Shared {
  addListener() {
    return { remove: nothing }
  }
  removeListener() {}
  removeAllListeners() {}
  emit() {}
}

class NativeResponse extends Shared {
  status = 0
  statusText = ''
  url = ''
  redirected = false
  _rawHeaders: [string, string][] = []
  body = ''
  async text(): Promise<string> {
    return this.body
  }
}

/** Of Expo's own `fetch`, which takes the place of React Native's. */
const createExpoFetch = (send: Send) => ({
  NativeResponse,
  NativeRequest: class extends Shared {
    readonly #response: NativeResponse
    constructor(response: NativeResponse) {
      super()
      this.#response = response
    }
    async start(url: string, init: RequestInit, body: Uint8Array<ArrayBuffer> | null) {
      const response = await send(url, { ...init, body })
      this.#response.status = response.status
      this.#response._rawHeaders = [...response.headers]
      this.#response.body = await response.text()
    }
    cancel() {}
  },
})

/** As `expo-secure-store` finds it; keys are refused by that package itself. */
const createSecureStore = (kept: Map<string, string>) => ({
  getValueWithKeySync: (key: string) => kept.get(key) ?? null,
  setValueWithKeySync: (value: string, key: string) => void kept.set(key, value),
  deleteValueWithKeyAsync: async (key: string) => void kept.delete(key),
})

/** What Expo finds on a telephone. */
export const createExpo = (send: Send, kept: Map<string, string>) => ({
  EventEmitter: Shared,
  NativeModule: Shared,
  SharedObject: Shared,
  SharedRef: Shared,
  modules: {
    ExpoAsset: {},
    ExponentConstants: {},
    ExpoFetchModule: createExpoFetch(send),
    ExpoSecureStore: createSecureStore(kept),
  },
})
