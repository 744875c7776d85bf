import { createEmulator, type Emulator, publishableKeyFor } from '@clientele/emulator'
import { listen } from '@clientele/emulator/node'
import { installedFrom } from './installed.ts'
import { freePort, npm, serve } from './process.ts'

/** The password of everybody here. */
export const password = 'correct horse battery'

/** An example that is served. */
export interface Served {
  /** For browsers: the Frontend API is on the same site, and another host. */
  readonly url: string
  /** For Node.js, which does not know the names that browsers look for on this machine. */
  readonly address: string
}

/** An example as it was built, served twice, and its emulator. */
export interface Stage {
  readonly emulator: Emulator
  /** The Frontend API is behind a proxy of the application’s own: its cookie reaches the server. */
  readonly proxied: Served
  /** It is on a host of its own, as Clerk’s is: the server sees what backends see. */
  readonly direct: Served
  readonly close: () => Promise<void>
}

const host = 'app.localhost'

/** What an example is told, by the names that its framework wants. */
const environment = (frontendApi: string, publishableKey: string, proxyUrl: string) => ({
  CLERK_FRONTEND_API: frontendApi,
  CLERK_PUBLISHABLE_KEY: publishableKey,
  CLERK_PROXY_URL: proxyUrl,
  NUXT_CLERK_FRONTEND_API: frontendApi,
  NUXT_PUBLIC_CLERK_PUBLISHABLE_KEY: publishableKey,
  NUXT_PUBLIC_CLERK_PROXY_URL: proxyUrl,
})

const probe = new URL('answer-heap-used.mjs', import.meta.url)

const serveAt = async (folder: string, env: Readonly<Record<string, string>>) => {
  const port = await freePort()
  const url = `http://${host}:${port}`
  const own = {
    PORT: String(port),
    HOST: '127.0.0.1',
    HOSTNAME: '127.0.0.1',
    ORIGIN: url,
    NODE_OPTIONS: `--import ${probe}`,
  }
  const stop = await serve({ folder, env: { ...env, ...own } })
  return { url, address: `http://127.0.0.1:${port}`, stop }
}

/**
 * @param example the name of its folder
 * @param packed the folder with a tarball of each package
 */
export const openStage = async (example: string, packed: string): Promise<Stage> => {
  const port = await freePort()
  const emulator = createEmulator({ host: `clerk.${host}:${port}` })
  const listening = await listen({ emulator, port })
  const undo: (() => Promise<unknown>)[] = [listening.close]
  const close = async () => {
    for (const run of undo.reverse()) await run()
  }
  try {
    const { folder, remove } = await installedFrom(example, packed)
    undo.push(remove)
    const key = publishableKeyFor(emulator.host)
    const env = environment(listening.url, key, '')
    await npm(['run', 'build'], { folder, env })
    const direct = await serveAt(folder, env)
    undo.push(direct.stop)
    const proxied = await serveAt(folder, environment(listening.url, key, '/__clerk'))
    undo.push(proxied.stop)
    return { emulator, proxied, direct, close }
  } catch (error) {
    await close()
    throw error
  }
}
