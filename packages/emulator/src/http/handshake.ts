import { sha1 } from '@noble/hashes/legacy.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import { signedInSessionsOf } from '../domain/clients.ts'
import { freshenTokens } from '../tokens/freshen-tokens.ts'
import { setCookie } from './cookies.ts'
import type { RequestContext } from './request-context.ts'

const year = 365 * 24 * 3600

/** What tells the cookies of several instances on one domain apart. */
const suffixOf = (publishableKey: string): string =>
  base64url.encode(sha1(utf8ToBytes(publishableKey))).slice(0, 8)

/**
 * The cookies by which the server of an application knows who is signed in, as a signed token: that
 * server sets them.
 *
 * @param to where the browser is led back to.
 */
export const signHandshake = async (
  { instance, client, devBrowserId, incoming }: RequestContext,
  to: URL,
): Promise<string> => {
  if (client) await freshenTokens(instance, client)
  const signedIn = client ? signedInSessionsOf(instance, client) : []
  const jwt = signedIn.find(({ id }) => id === client?.lastActiveSessionId)?.token?.jwt ?? ''
  const values = {
    __session: jwt,
    __client_uat: client && jwt ? String(Math.floor(client.updatedAt / 1000)) : '0',
    // Servers take every pk_test_ key for that of a development instance, and want its cookie to be
    // there.
    ...(instance.publishableKey.startsWith('pk_test_')
      ? { __clerk_db_jwt: devBrowserId ?? 'dvb_none' }
      : {}),
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
