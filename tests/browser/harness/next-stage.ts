import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from '@clientele/emulator'
import { type Listening, listen } from '@clientele/emulator/node'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../../scripts/support/find-browser.mjs'
import { freePort, serve } from '../../frameworks/support/process.ts'
import { newProfile, openBrowser } from './browser.ts'
import { flags } from './flags.ts'
import { builtOf } from './shared.ts'

/** How the application is led to its emulator: by which key, and with TLS or without. */
export type Way = 'default key' | 'default key with TLS' | 'development host with TLS'

/** An application of Next.js with Clerk's packages, unmodified, and what it runs on. */
export interface NextStage {
  readonly listening: Listening
  readonly emulator: Emulator
  /** Where the application is, without a slash at the end. */
  readonly url: string
  /** A page in a browser profile of its own. */
  readonly newPage: () => Promise<Page>
  readonly close: () => Promise<void>
}

const app = 'tests/browser/pages/vendor-next'
const developmentHost = 'foo-bar-13.clerk.accounts.dev'
const developmentKey = `pk_test_${btoa(`${developmentHost}$`).replace(/=+$/, '')}`

/** Organizations, and passwords as Clerk's form for sign-ups asks for them. */
const settings = { password: 'required', organizations: true } as const

const listenBy = (way: Way, root: string): Promise<Listening> =>
  listen({
    root,
    settings,
    tls: way !== 'default key',
    ...(way === 'development host with TLS' ? { publishableKey: developmentKey } : {}),
  })

/** Without TLS the SDK has to be told each address. */
const addressesOf = ({ url }: Listening) => ({
  NEXT_PUBLIC_CLERK_PROXY_URL: url,
  NEXT_PUBLIC_CLERK_JS_URL: `${url}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`,
  NEXT_PUBLIC_CLERK_UI_URL: `${url}/npm/@clerk/ui@1/dist/ui.browser.js`,
})

const environmentOf = (emulator: Listening) => ({
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: emulator.publishableKey,
  CLERK_SECRET_KEY: emulator.secretKey,
  CLERK_API_URL: emulator.url,
  NEXT_PUBLIC_CLERK_SIGN_IN_URL: '/sign-in',
  NEXT_PUBLIC_CLERK_SIGN_UP_URL: '/sign-up',
  NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED: '1',
  ...(emulator.certificateFile === null
    ? addressesOf(emulator)
    : { NODE_EXTRA_CA_CERTS: emulator.certificateFile }),
})

// A development host leads here for the browser alone, as by a line in /etc/hosts.
const browserFor = async (way: Way, port: number): Promise<Browser> =>
  way === 'development host with TLS'
    ? chromium.launch({
        executablePath: await findBrowser(),
        args: [...flags, `--host-resolver-rules=MAP ${developmentHost}:443 127.0.0.1:${port}`],
      })
    : openBrowser()

const openPage = async (browser: Browser): Promise<Page> => {
  const profile: BrowserContext = await newProfile(browser, { ignoreHTTPSErrors: true })
  // Logos of providers are pictures out of the net, whatever the environment says.
  await profile.route('https://img.clerk.com/**', route => route.abort())
  return profile.newPage()
}

/** Builds the application once in a run, and serves it for an emulator of its own. */
export const setNextStage = async (way: Way): Promise<NextStage> => {
  const undo: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const run of undo.reverse()) await run()
  }
  const kept = process.env.XDG_CACHE_HOME
  try {
    const folder = await builtOf(app)
    // The certificate of these tests is nobody's.
    const cache = await mkdtemp(join(tmpdir(), 'clientele-certificate-'))
    undo.push(() => rm(cache, { recursive: true, force: true }))
    process.env.XDG_CACHE_HOME = cache
    const listening = await listenBy(way, folder)
    undo.push(listening.close)
    const browser = await browserFor(way, listening.port)
    undo.push(() => browser.close())
    const port = await freePort()
    // Any other name than this one has Next.js send what Clerk's middleware passes on to itself.
    const stop = await serve(
      { folder, env: environmentOf(listening) },
      `npx next start -H localhost -p ${port}`,
    )
    undo.push(stop)
    // Cookies of an emulator without a development browser want the same name in both addresses.
    const host = way === 'development host with TLS' ? 'localhost' : '127.0.0.1'
    const url = `http://${host}:${port}`
    const newPage = () => openPage(browser)
    return { listening, emulator: listening.emulator, url, newPage, close }
  } catch (error) {
    await close()
    throw error
  } finally {
    if (kept === undefined) delete process.env.XDG_CACHE_HOME
    else process.env.XDG_CACHE_HOME = kept
  }
}
