import type { Kernel } from '../kernel.ts'
import { perform } from '../request/pipeline.ts'
import { type AttemptKind, clearAttempt } from '../slices/attempts.ts'
import { bumpEpoch } from '../slices/cache.ts'
import { dropSessions } from '../slices/sessions.ts'

/** Has the server make a new client, with its cookie. */
export const createClient = (kernel: Kernel): Promise<unknown> =>
  perform(kernel, { scope: 'client', method: 'PUT', path: '/client', resource: 'client' })

/** Deletes the client, and with it every session and attempt. Leaves at once. */
export const destroyClient = async (kernel: Kernel): Promise<void> => {
  await perform(kernel, {
    scope: 'client',
    method: 'DELETE',
    path: '/client',
    deletesClient: true,
    priority: 'urgent',
    onSuccess: () => {
      for (const life of Object.values(kernel.attempts)) life.renew()
      return [clearAttempt('signIn'), clearAttempt('signUp'), bumpEpoch]
    },
  })
}

/** Removes all sessions and keeps the client. Leaves at once. */
export const removeSessions = (kernel: Kernel): Promise<unknown> =>
  perform(kernel, {
    scope: 'sessions',
    method: 'DELETE',
    path: '/client/sessions',
    resource: 'client',
    priority: 'urgent',
    onStaleSuccess: () => [dropSessions(kernel.store.getState().sessions.ids)],
  })

/** Forgets the attempt in progress, here and at once; what is under way for it is void. */
export const resetAttempt = ({ attempts, store }: Kernel, kind: AttemptKind): void => {
  attempts[kind].renew()
  store.commit(clearAttempt(kind))
}

/** Drops every cached token; one that is still on its way is not kept either. */
export const clearCache = ({ tokens, store }: Kernel): void => {
  tokens.clear()
  store.commit(bumpEpoch)
}
