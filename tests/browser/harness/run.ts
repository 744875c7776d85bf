import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser } from '../../../scripts/support/find-browser.mjs'
import { build } from './build.ts'
import { flags } from './flags.ts'
import { portOf, stop } from './static-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of this run takes connections. */
    readonly browserEndpoint: string
    /** Where the files of this run ask for what Vite builds. */
    readonly workshop: string
  }
}

/** Builds each application once, when the first file asks for it, and says in which folder. */
const openWorkshop = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-built-'))
  const builds = new Map<string, Promise<string>>()
  const buildOnce = (root: string): Promise<string> => {
    const present = builds.get(root) ?? build(root, join(folder, String(builds.size)))
    builds.set(root, present)
    return present
  }
  const server = createServer((request, response) => {
    const root = new URL(request.url ?? '/', 'http://localhost').searchParams.get('root') ?? ''
    buildOnce(root).then(
      built => response.end(built),
      error => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    await stop(server)
    await rm(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${portOf(server)}`, close }
}

/** What all the files of one run share; each has profiles of its own in that browser. */
export const setup = async ({ provide }: TestProject) => {
  const browser = await chromium.launchServer({
    executablePath: await findBrowser(),
    args: flags,
    host: '127.0.0.1',
  })
  const workshop = await openWorkshop()
  provide('browserEndpoint', browser.wsEndpoint())
  provide('workshop', workshop.url)
  return async () => {
    await browser.close()
    await workshop.close()
  }
}
