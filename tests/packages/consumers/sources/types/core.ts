import {
  type Client,
  type ClienteleError,
  type ClienteleStore,
  createClientele,
  isClienteleError,
  type Session,
  type State,
} from '@clientele/core'
import { signInForm } from '@clientele/core/attempt-form'
import { browserModules } from '@clientele/core/browser'
import { Clerk } from '@clientele/core/clerk'
import { timeline } from '@clientele/core/timeline'
import { whenLoaded } from '@clientele/core/when-loaded'

export const clientele = createClientele({
  publishableKey: 'pk_test_x',
  modules: [timeline(), ...browserModules()],
})

export const reason: string | undefined = clientele.explain().signedOut?.reason
export const clerk: Clerk = new Clerk('pk_test_x')
export const behind: ClienteleStore = clerk.clientele
export const mail = (): string | undefined => clerk.user?.primaryEmailAddress?.emailAddress
export const emails = (client: Client): readonly (string | undefined)[] =>
  client.sessions.map(({ user }) => user?.primaryEmailAddress?.emailAddress)
export const token = (session: Session): Promise<string> => session.getToken()
export const ids = ({ sessions }: State): readonly string[] => sessions.ids
export const code = (error: unknown): ClienteleError['code'] | null =>
  isClienteleError(error) ? error.code : null
export const open = async () => ({
  client: await whenLoaded(clientele),
  form: signInForm(clientele),
})

// @ts-expect-error -- it may not be known, which every version has to see
void (() => clientele.client.sessions)
