import { createClientele, type StoragePort } from '@clientele/core'
import { type NativePageOptions, nativePage } from '@clientele/core/native-page'
import { refresh } from '@clientele/core/refresh'
import { revalidate } from '@clientele/core/revalidate'
import { publishableKey } from './store.ts'

interface Native extends NativePageOptions {
  readonly SecureStore: {
    getItemAsync(key: string): Promise<string | null>
    setItemAsync(key: string, value: string): Promise<void>
    deleteItemAsync(key: string): Promise<void>
  }
}

export const createNativeStore = ({ SecureStore, ...native }: Native) => {
  // #region store
  // import NetInfo from '@react-native-community/netinfo'
  // import * as SecureStore from 'expo-secure-store'
  // import { AppState } from 'react-native'
  const page = nativePage(native) // { appState: AppState, netInfo: NetInfo }
  const storage: StoragePort = {
    getItem: SecureStore.getItemAsync,
    setItem: SecureStore.setItemAsync,
    removeItem: SecureStore.deleteItemAsync,
  }
  const store = createClientele({
    publishableKey,
    mode: 'native',
    storage,
    modules: [revalidate({ page }), refresh({ page })],
  })
  // #endregion store
  return store
}
