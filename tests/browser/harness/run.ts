import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { buildDashboard } from '../../../packages/emulator/dashboard/build.mjs'
import { findBrowser } from '../../../scripts/support/find-browser.mjs'
import { build } from './build.ts'
import { flags } from './flags.ts'
import { portOf, stop } from './static-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the files of one run ask for what they share. */
    readonly run: string
  }
}

/** One browser, started when the first file asks for it, and again should it have crashed. */
const shareBrowser = () => {
  let running: Promise<BrowserServer> | undefined
  const launch = async () => {
    const executablePath = await findBrowser()
    const server = await chromium.launchServer({ executablePath, args: flags, host: '127.0.0.1' })
    server.on('close', () => {
      running = undefined
    })
    return server
  }
  return {
    endpoint: async () => {
      running ??= launch()
      return (await running).wsEndpoint()
    },
    close: async () => (await running)?.close(),
  }
}

/** Each application is built once, when the first file asks for it. */
const shareBuilds = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-built-'))
  const builds = new Map<string, Promise<string>>()
  return {
    folderOf: (root: string): Promise<string> => {
      const built = builds.get(root) ?? build(root, join(folder, String(builds.size)))
      builds.set(root, built)
      return built
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What all the files of one run share; each has profiles of its own in that browser. */
export const setup = async ({ provide }: TestProject) => {
  await buildDashboard()
  const browser = shareBrowser()
  const builds = await shareBuilds()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const answer =
      pathname === '/browser' ? browser.endpoint() : builds.folderOf(searchParams.get('root') ?? '')
    answer.then(
      text => response.end(text),
      error => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  provide('run', `http://127.0.0.1:${portOf(server)}`)
  return async () => {
    await browser.close()
    await stop(server)
    await builds.close()
  }
}
