import type { Emulator } from '@clientele/emulator'
import { password, type Served } from './stage.ts'

/** What somebody’s browser holds after a sign-in elsewhere. */
export interface Visitor {
  readonly userId: string
  /** What a server is sent that is on the Frontend API’s host, as by a proxy. */
  readonly clientCookie: string
  /** What any server of the site is sent. */
  readonly sessionCookies: string
}

/** A new user who has signed in. */
export const signUp = async (emulator: Emulator, firstName: string): Promise<Visitor> => {
  const emailAddress = `${firstName.toLowerCase()}@example.com`
  const { id } = emulator.users.create({ emailAddress, password, firstName })
  const { fetch, cookies } = emulator.agent()
  const post = async (path: string, body: Record<string, string> = {}) =>
    (await fetch(path, { method: 'POST', body: new URLSearchParams(body) })).json()
  const { response } = await post('/v1/client/sign_ins', { identifier: emailAddress, password })
  const { jwt } = await post(`/v1/client/sessions/${response.created_session_id}/tokens`)
  const cookie = (name: string) => `${name}=${cookies().find(each => each.name === name)?.value}`
  return {
    userId: id,
    clientCookie: cookie('__client'),
    sessionCookies: `__session=${jwt}; ${cookie('__client_uat')}`,
  }
}

/** A page as it comes: what it says without JavaScript, and how it may be kept. */
export const visit = async ({ address }: Served, cookie = '') => {
  const begun = performance.now()
  const response = await fetch(address, { headers: { cookie } })
  const html = await response.text()
  const shown = html.replace(/<(script|style)\b.*?<\/\1>|<head>.*?<\/head>|<!--.*?-->/gs, '')
  return {
    status: response.status,
    cacheControl: response.headers.get('cache-control'),
    html,
    text: shown
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    /** ms */
    took: performance.now() - begun,
  }
}
