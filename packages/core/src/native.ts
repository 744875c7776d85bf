import { assertKnown } from './arguments.ts'
import type { ClienteleOptions } from './clientele-store.ts'
import { type NativePageOptions, nativePage } from './modules/native-page.ts'
import { persist } from './modules/persist.ts'
import { refresh } from './modules/refresh.ts'
import { revalidate } from './modules/revalidate.ts'
import type { StoragePort } from './ports.ts'

/** What an application of React Native has. */
export interface NativeOptions extends NativePageOptions {
  /**
   * Secure storage, such as that of `expo-secure-store`. With one whose `getItem` answers at once,
   * the first paint shows who was signed in.
   */
  readonly storage: StoragePort
}

/**
 * The options of a store in an application of React Native: native mode, its token and a snapshot
 * of the client in `storage`, which is shown before the server has answered, tokens renewed in
 * time, and the client read again in the foreground and with a network that is back.
 *
 * @throws TypeError without `appState` or `storage`.
 * @example
 * // from expo-secure-store and react-native
 * const storage = { getItem, setItem, removeItem: deleteItemAsync }
 * createClientele({ publishableKey, ...nativeOptions({ appState: AppState, storage }) })
 */
export const nativeOptions = (
  options: NativeOptions,
): Pick<ClienteleOptions, 'mode' | 'modules' | 'storage'> => {
  assertKnown('nativeOptions', options, 'appState, netInfo, storage')
  const { storage, ...native } = options
  if (typeof storage?.getItem !== 'function')
    throw new TypeError('storage is missing: give { getItem, setItem, removeItem } of a secure one')
  const page = nativePage(native)
  const modules = [persist({ storage, immediate: true }), refresh({ page }), revalidate({ page })]
  return { mode: 'native', storage, modules }
}
