import type { Kernel } from '../../kernel.ts'
import { selectSession } from '../../selectors/sessions.ts'
import { mutate } from '../mutate.ts'
import { sessionPath } from './path.ts'

export interface TouchParams {
  readonly intent?: 'focus' | 'select_session' | 'select_org' | undefined
}

/** Tells the server that a session is in use. A touch for focus yields to whatever else waits. */
export const touchSession = (
  kernel: Kernel,
  id: string,
  { intent }: TouchParams = {},
): Promise<unknown> =>
  mutate(kernel, {
    method: 'POST',
    path: sessionPath(id, 'touch'),
    body: {
      activeOrganizationId:
        selectSession(kernel.store.getState(), id)?.lastActiveOrganizationId ?? null,
      intent,
    },
    subject: 'session',
    priority: intent === 'focus' ? 'background' : 'user',
  })
