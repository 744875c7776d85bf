import { assertKnown } from '../arguments.ts'
import { ClienteleError } from '../errors.ts'
import { guarded } from '../guarded.ts'
import {
  type CookieAttributes,
  isEmbeddedIn,
  makeCookieSuffix,
  toCookieText,
} from '../http/modes/cookie-attributes.ts'
import { type CookieJar, putCookie, readCookie, year } from '../http/modes/cookie-jar.ts'
import type { Kernel } from '../kernel.ts'
import {
  isSignedIn,
  selectActiveSession,
  selectOrganizationId,
  selectSession,
  selectSignedInSessions,
} from '../selectors/sessions.ts'
import { isAtLeastAsFresh } from '../tokens/freshness.ts'
import { parseToken } from '../tokens/jwt.ts'
import { currentPage, listen, type Page } from './page.ts'

export type { CookieJar } from '../http/modes/cookie-jar.ts'
export type { Page } from './page.ts'

/** Where and how the cookies are kept. */
export interface CookiesOptions extends CookieAttributes {
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
  const session = selectActiveSession(state)
  const organizationId = (session && selectOrganizationId(state, session)) ?? ''
  const [signedIn] = selectSignedInSessions(state)
  return {
    context: session ? `${session.id}:${organizationId}` : '',
    token: (session && tokens.last({ sessionId: session.id, template: '', organizationId })) ?? '',
    // Never `0` for who is signed in: that would say the opposite.
    updatedAt: String(signedIn ? Math.floor((state.client.updatedAt ?? 0) / 1000) || 1 : 0),
  }
}

interface Target extends CookieAttributes {
  readonly jar: CookieJar
  readonly page: Page
  /** Ends of names: none, and the one of this instance. */
  readonly suffixes: readonly string[]
}

const createWriter = (kernel: Kernel, { jar, page, suffixes, ...attributes }: Target) => {
  const { store, tokens, instance } = kernel
  const { hostname = '', protocol = '' } = page.window.location ?? {}
  const isEmbedded = isEmbeddedIn(page.window)
  const shared = toCookieText({ protocol, isEmbedded }, attributes)
  const strict = toCookieText({ protocol, isEmbedded }, { sameSite: 'strict', ...attributes })
  // In production the Frontend API sets it for the site; in development it cannot, being another
  // site.
  const site = instance.frontendApi.replace(/^clerk\./, '')
  const tellsUpdate = instance.instanceType === 'development' && !hostname.endsWith(site)
  const put = (name: string, value: string, attributes: string) => {
    for (const suffix of suffixes) putCookie(jar, name + suffix, value, attributes)
  }

  /** Browsers drop a cookie that is too big without a word: the one of before must not stay. */
  const putToken = (value: string) => {
    put('__session', value, shared + year)
    if (readCookie(jar, `__session${suffixes.at(-1)}`) === value) return
    put('__session', '', shared)
    throw new ClienteleError(
      'cookie_rejected',
      `The browser did not keep the session cookie of ${value.length} bytes: make the claims ` +
        'smaller, or let the page set cookies',
    )
  }

  /**
   * The tab in front decides; one behind it writes only what is of the same session, or takes away
   * what has ended.
   */
  const mayWrite = (context: string): boolean => {
    const inFront =
      page.document.hasFocus() || (isEmbedded && page.document.visibilityState === 'visible')
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
    const dated = next?.originIssuedAt && current?.originIssuedAt && tokens.remaining(shown) > 0
    // Another tab is ahead; and between two tokens of a session the last one stays.
    const stays = token
      ? dated && !isAtLeastAsFresh(next, current)
      : `${current?.sessionId}:${current?.organizationId}` === context
    if (!stays) putToken(token)
  }

  return (wanted: Wanted): void => {
    if (tellsUpdate) put('__client_uat', wanted.updatedAt, strict + year)
    if (!mayWrite(wanted.context)) return
    putCookie(jar, 'clerk_active_context', wanted.context, shared)
    putSession(wanted)
  }
}

/**
 * Shows backends who is signed in, in the cookies that Clerk's server SDKs read:
 * `__session` with the active session's token, `clerk_active_context`, and in development
 * `__client_uat`. Nothing is written that stands there already, and `getToken()` costs nothing
 * more.
 *
 * @example
 * createClientele({ publishableKey, modules: [cookies()] })
 */
export const cookies = (options: CookiesOptions = {}) => {
  assertKnown('cookies', options, 'jar, page, subtle, sameSite, partitioned')
  const {
    jar = globalThis.document,
    page = currentPage(),
    subtle = globalThis.crypto?.subtle,
    ...attributes
  } = options
  return (kernel: Kernel): void => {
    if (!jar || !page) return
    const { store, tokens, lifetime, onDispose, onError } = kernel
    let write: ((wanted: Wanted) => void) | undefined
    let written = ''

    const update = () => {
      // Until the client is known nobody is signed out, whatever it looks like.
      if (!write || lifetime.aborted || !store.getState().client.loaded) return
      const wanted = select(kernel)
      const text = Object.values(wanted).join()
      if (written === text) return
      written = text
      guarded(onError, () => write?.(wanted))
    }

    /** Also what was written before: another tab may have written since. */
    const writeAgain = () => {
      written = ''
      update()
    }

    const suffixes = ['']
    const start = () => {
      write = createWriter(kernel, { jar, page, suffixes, ...attributes })
      update()
    }
    makeCookieSuffix(kernel.instance.publishableKey, subtle)
      .then(suffix => suffixes.push(suffix), onError)
      .then(start)
    onDispose(tokens.onWrite(update))
    onDispose(store.subscribe(update))
    // The second is the document's, and comes up to the window.
    onDispose(listen(page.window, ['focus', 'visibilitychange'], writeAgain))
  }
}
