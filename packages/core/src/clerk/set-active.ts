import type { ClienteleStore } from '../clientele-store.ts'
import type { SignedInSession } from '../view/session-view.ts'
import type { Navigation } from './navigation.ts'
import type { SignedInSessionResource } from './session.ts'

/** Goes on once a session is active. `decorateUrl` gives the address back as it is. */
export type SetActiveNavigate = (params: {
  session: SignedInSessionResource
  decorateUrl: (url: string) => string
}) => unknown

/** What becomes active, and where to go then. */
export interface SetActiveParams {
  /** A session or its id; `null` works signed out without ending anything. */
  session?: string | { id: string } | null | undefined
  /** An organization, its id or its slug; `null` is the personal account. */
  organization?: string | { id: string } | null | undefined
  /** Where to go when it is active, unless `navigate` says it. */
  redirectUrl?: string | undefined
  /** Called once it is active, in place of going to `redirectUrl`. */
  navigate?: SetActiveNavigate | undefined
}

/** Makes a session, or an organization in it, the one to work with, and then goes on. */
export type SetActive = (params: SetActiveParams) => Promise<void>

/** What `setActive` needs of the object that it belongs to. */
interface SetActiveContext {
  readonly clientele: ClienteleStore
  readonly toSession: (session: SignedInSession) => SignedInSessionResource
  readonly navigation: Navigation
}

export const createSetActive =
  ({ clientele, toSession, navigation }: SetActiveContext): SetActive =>
  async ({ session, organization, redirectUrl, navigate: goOn }) => {
    const organizationId =
      typeof organization === 'object' && organization !== null ? organization.id : organization
    const active = await clientele.setActive({ session, organization: organizationId })
    if (goOn && active) {
      await goOn({ session: toSession(active), decorateUrl: url => url })
      return
    }
    const task = active?.currentTask && navigation.taskPage(active.currentTask.key)
    const to = task ?? redirectUrl
    if (to !== undefined) await navigation.navigate(to)
  }
