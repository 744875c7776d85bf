import { sha1 } from '@noble/hashes/legacy.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import { signedInSessionsOf } from '../domain/clients.ts'
import { createDevBrowser } from '../domain/dev-browsers.ts'
import { isDevelopmentKey } from '../lib/publishable-key.ts'
import { changedAt, freshenTokens } from '../tokens/freshen-tokens.ts'
import { setCookie } from './cookies.ts'
import type { RequestContext } from './request-context.ts'

const year = 365 * 24 * 3600

/** What tells the cookies of several instances on one domain apart. */
const suffixOf = (publishableKey: string): string =>
  base64url.encode(sha1(utf8ToBytes(publishableKey))).slice(0, 8)

const devBrowserOf = ({ instance, client, devBrowserId }: RequestContext): string =>
  devBrowserId ?? createDevBrowser(instance, client).id

/** The token of the active session, and the time in seconds at which its client changed. */
const activeToken = async ({ instance, client }: RequestContext) => {
  const signedOut = { jwt: '', uat: 0 }
  if (!client) return signedOut
  await freshenTokens(instance, client)
  const active = client.lastActiveSessionId
  const session = signedInSessionsOf(instance, client).find(({ id }) => id === active)
  return session?.token ? { jwt: session.token.jwt, uat: changedAt(instance, client) } : signedOut
}

/**
 * The cookies by which the server of an application knows who is signed in, as a signed token: that
 * server sets them.
 *
 * @param to where the browser is led back to.
 */
export const signHandshake = async (context: RequestContext, to: URL): Promise<string> => {
  const { instance, incoming } = context
  const { jwt, uat } = await activeToken(context)
  const values = {
    __session: jwt,
    __client_uat: String(uat),
    // Without this cookie the server of a development instance would send the browser here again.
    ...(isDevelopmentKey(instance.publishableKey) ? { __clerk_db_jwt: devBrowserOf(context) } : {}),
  }
  const isSuffixed = incoming.url.searchParams.get('suffixed_cookies') === 'true'
  const names = (name: string) =>
    isSuffixed ? [name, `${name}_${suffixOf(instance.publishableKey)}`] : [name]
  const cookies = Object.entries(values).flatMap(([name, value]) =>
    names(name).map(each =>
      setCookie(each, value, {
        maxAge: value === '' ? 0 : year,
        httpOnly: false,
        secure: to.protocol === 'https:',
      }),
    ),
  )
  return instance.signer.sign({ handshake: cookies })
}
