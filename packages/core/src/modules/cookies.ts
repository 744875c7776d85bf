import { toBase64Url } from '../base64url.ts'
import { type CookieJar, putCookie, readCookie, year } from '../http/modes/cookie-jar.ts'
import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession, selectSignedInSessions } from '../selectors/sessions.ts'
import { isAtLeastAsFresh } from '../tokens/freshness.ts'
import { parseToken } from '../tokens/jwt.ts'
import { currentPage, isEmbedded, listen, type Page } from './page.ts'

export type { CookieJar } from '../http/modes/cookie-jar.ts'
export type { Page } from './page.ts'

export interface CookiesOptions {
  /** Where cookies are kept; `document` when not set, and nothing happens where there is none. */
  readonly jar?: CookieJar | undefined
  /** The page that the cookies are for; this one when not set. */
  readonly page?: Page | undefined
  /** What names are made with; `crypto.subtle` when not set, which pages without https lack. */
  readonly subtle?: Pick<SubtleCrypto, 'digest'> | undefined
}

/** What the cookies should say. */
interface Wanted {
  /** `<session>:<organization>`; empty when signed out. */
  readonly context: string
  readonly token: string
  /** Epoch seconds of the client's last update; `0` when nobody is signed in. */
  readonly updatedAt: string
}

const select = ({ store, tokens }: Kernel): Wanted => {
  const state = store.getState()
  const session = selectSession(state, state.sessions.activeId ?? '')
  const organizationId = session?.lastActiveOrganizationId ?? ''
  const [signedIn] = selectSignedInSessions(state)
  return {
    context: session ? `${session.id}:${organizationId}` : '',
    token: (session && tokens.last({ sessionId: session.id, template: '', organizationId })) ?? '',
    // Never `0` for who is signed in: that would say the opposite.
    updatedAt: String(signedIn ? Math.floor((state.client.updatedAt ?? 0) / 1000) || 1 : 0),
  }
}

/** The end of names that tells apart the instances of one host. */
const makeSuffix = async (
  publishableKey: string,
  subtle: CookiesOptions['subtle'],
): Promise<string> => {
  if (!subtle) throw new TypeError('No suffix without crypto.subtle')
  const hash = await subtle.digest('SHA-1', new TextEncoder().encode(publishableKey))
  return `_${toBase64Url(hash).slice(0, 8)}`
}

const createWriter = (kernel: Kernel, jar: CookieJar, page: Page, suffixes: readonly string[]) => {
  const { store, tokens, instance } = kernel
  const { hostname = '', protocol } = page.window.location ?? {}
  const secure = protocol === 'https:' ? '; secure' : ''
  const embedded = isEmbedded(page)
  // Browsers take `none` only together with `secure`.
  const shared = `; samesite=${embedded && secure ? 'none' : 'lax'}${secure}`
  // In production the Frontend API sets it for the site; in development it cannot, being another
  // site.
  const site = instance.frontendApi.replace(/^clerk\./, '')
  const tellsUpdate = instance.instanceType === 'development' && !hostname.endsWith(site)
  const put = (name: string, value: string, attributes: string) => {
    for (const suffix of suffixes) putCookie(jar, name + suffix, value, attributes)
  }

  /**
   * The tab in front decides; one behind it writes only what is of the same session, or takes away
   * what has ended.
   */
  const mayWrite = (context: string): boolean => {
    const inFront =
      page.document.hasFocus() || (embedded && page.document.visibilityState === 'visible')
    const shown = readCookie(jar, 'clerk_active_context')
    const [id = ''] = shown.split(':')
    return (
      inFront ||
      !shown ||
      shown === context ||
      (!context && !isSignedIn(selectSession(store.getState(), id)))
    )
  }

  const putSession = ({ context, token }: Wanted) => {
    const shown = readCookie(jar, `__session${suffixes.at(-1)}`)
    const [next, current] = [parseToken(token), parseToken(shown)]
    const dated = next?.originIssuedAt && current?.originIssuedAt && tokens.life(shown) > 0
    // Another tab is ahead; and between two tokens of a session the last one stays.
    const stays = token
      ? dated && !isAtLeastAsFresh(next, current)
      : `${current?.sessionId}:${current?.organizationId}` === context
    if (!stays) put('__session', token, shared + year)
  }

  return (wanted: Wanted): void => {
    if (tellsUpdate) put('__client_uat', wanted.updatedAt, `; samesite=strict${secure}${year}`)
    if (!mayWrite(wanted.context)) return
    putCookie(jar, 'clerk_active_context', wanted.context, shared)
    putSession(wanted)
  }
}

/**
 * Shows backends who is signed in, in the cookies that those of the vendor read (section 6.7):
 * `__session` with the active session's token, `clerk_active_context`, and in development
 * `__client_uat`. Nothing is written that stands there already, and `getToken()` costs nothing
 * more.
 *
 * @example
 * createClientele({ publishableKey, modules: [cookies()] })
 */
export const cookies =
  ({
    jar = globalThis.document,
    page = currentPage(),
    subtle = globalThis.crypto?.subtle,
  }: CookiesOptions = {}) =>
  (kernel: Kernel): void => {
    if (!jar || !page) return
    const { store, tokens, lifetime, onDispose, onError } = kernel
    let write: ((wanted: Wanted) => void) | undefined
    let written = ''

    const update = () => {
      // Until the client is known nobody is signed out, whatever it looks like.
      if (!write || lifetime.aborted || !store.getState().client.known) return
      const wanted = select(kernel)
      const text = Object.values(wanted).join()
      if (written === text) return
      written = text
      try {
        write(wanted)
      } catch (error) {
        onError(error)
      }
    }

    /** Also what was written before: another tab may have written since. */
    const writeAgain = () => {
      written = ''
      update()
    }

    const suffixes = ['']
    const start = () => {
      write = createWriter(kernel, jar, page, suffixes)
      update()
    }
    makeSuffix(kernel.instance.publishableKey, subtle)
      .then(suffix => suffixes.push(suffix), onError)
      .then(start)
    onDispose(tokens.onWrite(update))
    onDispose(store.subscribe(update))
    // The second is the document's, and comes up to the window.
    onDispose(listen(page.window, ['focus', 'visibilitychange'], writeAgain))
  }
