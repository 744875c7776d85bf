import { assertKnown } from '../arguments.ts'
import { type InstanceOptions, loopback, resolveInstance, toUrl } from '../http/url.ts'
import { clientIntent } from '../request/read-client.ts'

/** The store that a page makes, by the options that decide where it asks. */
export interface PreloadOptions extends InstanceOptions {
  /**
   * The address of the page. Only a Frontend API on this machine needs it, such as the emulator's:
   * the store asks that one by the name that the page has.
   */
  readonly pageUrl?: string | URL | undefined
}

/** Attributes of a `<link>`. HTML reads them in any case; JSX takes them as they are. */
export interface PreloadLink {
  /** Says what the link is for. */
  readonly rel: 'preload'
  /** Says what takes its answer. */
  readonly as: 'fetch'
  /** Where the store's first request goes, its query included. */
  readonly href: string
  /** As the store asks: with cookies, on another origin too. */
  readonly crossOrigin: 'use-credentials'
}

/** Stands for the origin of a page that is not known; nothing has that name (RFC 2606). */
const unknownPage = 'http://page.invalid'

const toPage = (pageUrl: string | URL = unknownPage): URL => {
  try {
    return new URL(pageUrl)
  } catch {
    throw new TypeError('pageUrl must be absolute')
  }
}

/**
 * The attributes of {@link preloadTag}, for frameworks that make the elements of a head themselves.
 *
 * @returns `undefined` where the store's first request is not known before the page runs.
 * @throws TypeError for wrong options, as `createClientele` does.
 * @example
 * const link = preloadLink({ publishableKey })
 * return <head>{link && <link {...link} />}</head>
 */
export const preloadLink = (options: PreloadOptions): PreloadLink | undefined => {
  assertKnown('preloadLink', options, 'publishableKey, proxyUrl, domain, pageUrl')
  const { pageUrl, proxyUrl } = options
  const page = toPage(pageUrl)
  const instance = resolveInstance(options, page)
  const isElsewhere = proxyUrl || pageUrl || !loopback.test(instance.frontendApi)
  if (instance.usesDevBrowser || !isElsewhere) return undefined
  return {
    rel: 'preload',
    as: 'fetch',
    // A path of the page's own origin stays one.
    href: toUrl(instance, clientIntent.path).replace(`${page.origin}/`, '/'),
    crossOrigin: 'use-credentials',
  }
}

/**
 * A `<link>` for the `<head>` of a page that calls `load()` as it starts: the browser sends the
 * store's first request at once instead of after the script is here, and the store gets its answer.
 * It holds nothing of a visitor, so that the page may be kept by caches.
 *
 * Put it only on pages that load the store right away; others would ask for nothing.
 *
 * @returns an empty text where that request is not known before the page runs: with a key of a
 * development instance on Clerk's own hosts, whose requests carry the id of a browser, and with an
 * emulator's unless `pageUrl` is given.
 * @throws TypeError for wrong options, as `createClientele` does.
 * @example
 * const html = `<head>${preloadTag({ publishableKey })}<script type="module" …`
 */
export const preloadTag = (options: PreloadOptions): string => {
  const link = preloadLink(options)
  if (!link) return ''
  // A URL that was made has no quotation marks in it.
  const attributes = Object.entries<string>({ ...link }).map(
    ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;')}"`,
  )
  return `<link${attributes.join('')}>`
}

/** The part of a plugin of Vite that is used; no type of Vite is needed for it. */
export interface PreloadPlugin {
  /** For messages of Vite. */
  readonly name: string
  /** What is added to each HTML page. */
  transformIndexHtml(): {
    tag: 'link'
    attrs: Record<string, string>
    injectTo: 'head-prepend'
  }[]
}

/**
 * A plugin of Vite that puts {@link preloadTag} into `index.html`, for applications without a
 * server of their own. With a key that has no tag it does nothing.
 *
 * @throws TypeError for wrong options, as `createClientele` does.
 * @example
 * // vite.config.ts
 * export default defineConfig({ plugins: [preloadPlugin({ publishableKey })] })
 */
export const preloadPlugin = (options: PreloadOptions): PreloadPlugin => {
  const link = preloadLink(options)
  return {
    name: 'clientele',
    transformIndexHtml: () =>
      link ? [{ tag: 'link', attrs: { ...link }, injectTo: 'head-prepend' }] : [],
  }
}
