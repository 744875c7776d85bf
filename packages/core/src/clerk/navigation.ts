import { toSnakeCase } from '../http/encode.ts'
import { toAbsolute } from '../http/url.ts'
import type { AttemptKind } from '../slices/attempts.ts'

/** Where people are sent after something; a `null` is as if it were not given. */
export interface RedirectUrls {
  /** After signing in, whatever else says where to go. */
  signInForceRedirectUrl?: string | null | undefined
  /** After signing in, where the address of the page does not say where to go. */
  signInFallbackRedirectUrl?: string | null | undefined
  /** After signing up, whatever else says where to go. */
  signUpForceRedirectUrl?: string | null | undefined
  /** After signing up, where the address of the page does not say where to go. */
  signUpFallbackRedirectUrl?: string | null | undefined
}

/** Where to come back to after a redirect to a page for signing in or up. */
export interface RedirectOptions extends RedirectUrls {
  /** The page to come back to; it goes along in the address. */
  redirectUrl?: string | null | undefined
}

/** The pages of an application and how to reach them. */
export interface NavigationOptions extends RedirectUrls {
  /** The page for signing in; the hosted one of the instance when not set. */
  signInUrl?: string | undefined
  /** The page for signing up; the hosted one of the instance when not set. */
  signUpUrl?: string | undefined
  /** The page after signing out; `/` when not set. */
  afterSignOutUrl?: string | null | undefined
  /** The page after signing out of one session while others are left. */
  afterMultiSessionSingleSignOutUrl?: string | null | undefined
  /** The page for each task that a session may have left, by its key. */
  taskUrls?: Readonly<Partial<Record<string, string>>> | undefined
  /** Goes to a page of this application without leaving the document. */
  routerPush?: ((to: string) => unknown) | undefined
  /** The same as `routerPush`, without an entry in the history. */
  routerReplace?: ((to: string) => unknown) | undefined
}

/** What `NavigationOptions` names; everything else is for the store. */
const isPage = (name: string): boolean => /Urls?$|^router/.test(name) && name !== 'proxyUrl'

/** Options of both kinds, told apart. */
export const splitOptions = <Options extends NavigationOptions>(
  options: Options,
): [NavigationOptions, Omit<Options, keyof NavigationOptions>] => {
  const pick = (wanted: boolean) =>
    Object.fromEntries(Object.entries(options).filter(([name]) => isPage(name) === wanted))
  // as: the names say which is which
  return [pick(true), pick(false) as Omit<Options, keyof NavigationOptions>]
}

/** The hosted pages of an instance: what stands in for pages that an application does not have. */
const hostedPage = (frontendApi: string, page: string): string => {
  const domain = frontendApi.replace(/^clerk\./, '').replace('.clerk.accounts.', '.accounts.')
  return `https://${domain.includes('.accounts.') ? '' : 'accounts.'}${domain}/${page}`
}

/** A path of this application, or `undefined` where the address is of another origin. */
const toPath = (url: string): string | undefined => {
  const { location } = globalThis
  if (!location) return undefined
  const { origin, pathname, search, hash } = new URL(url, location.href)
  return origin === location.origin ? pathname + search + hash : undefined
}

/** Addresses and ways of one `Clerk`. @param read gives its options as they are now. */
export const createNavigation = (
  read: () => NavigationOptions,
  leave: (url: string) => unknown,
  frontendApi: string,
) => {
  /** To a page: through the router where it is one of this application, else by leaving. */
  const navigate = async (to: string, replace = false): Promise<unknown> => {
    const { routerPush, routerReplace } = read()
    const path = toPath(to)
    const router = replace ? (routerReplace ?? routerPush) : routerPush
    return path !== undefined && router ? router(path) : leave(toAbsolute(to))
  }
  const page = (kind: AttemptKind): string =>
    read()[`${kind}Url`] ?? hostedPage(frontendApi, toSnakeCase(kind).replace('_', '-'))

  /** The address of a page, with where to come back to: the present page, unless it is said. */
  const buildUrl = (to: string, options: RedirectOptions = {}): string => {
    const { location } = globalThis
    const url = new URL(to, location?.href)
    const back = options.redirectUrl ?? location?.href
    const all = { ...options, redirectUrl: back }
    for (const [name, value] of Object.entries(all))
      if (value) url.searchParams.set(toSnakeCase(name), toAbsolute(value))
    return url.href
  }

  /** The page after an attempt, by the parameters, then the options, then the address. */
  const after = (kind: AttemptKind, given: RedirectUrls = {}): string => {
    const force = `${kind}ForceRedirectUrl` as const
    const fallback = `${kind}FallbackRedirectUrl` as const
    const query = new URLSearchParams(globalThis.location?.search)
    // An address of another origin may come from anybody.
    const asked = (name: string) => {
      const url = query.get(toSnakeCase(name))
      return url === null ? undefined : toPath(url)
    }
    return (
      given[force] ??
      read()[force] ??
      asked(force) ??
      asked('redirectUrl') ??
      asked(fallback) ??
      given[fallback] ??
      read()[fallback] ??
      '/'
    )
  }
  /** Where a task of a session that is not signed in yet is done. */
  const taskPage = (task: string): string | undefined => read().taskUrls?.[task]

  return { navigate, page, buildUrl, after, taskPage }
}

export type Navigation = ReturnType<typeof createNavigation>
