import { createClientele } from '@clientele/core'
import { nativeOptions } from '@clientele/core/native'
import { getItem, deleteItemAsync as removeItem, setItem } from 'expo-secure-store'
import { AppState as appState } from 'react-native'

const publishableKey = process.env.EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY ?? ''
const native = nativeOptions({ appState, storage: { getItem, setItem, removeItem } })
export const store = createClientele({ publishableKey, ...native })
store.load()
