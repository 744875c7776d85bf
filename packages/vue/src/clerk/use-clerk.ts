import type { Clerk } from '@clientele/core/clerk'
import type { ShallowRef } from 'vue'
import { useClerkContext } from './context.ts'

/**
 * A ref of Clerk's object, for its actions. It tells its readers when the client is loaded; read
 * what changes after that by the other composables.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 */
export const useClerk = (): ShallowRef<Clerk | null> => useClerkContext().clerk
