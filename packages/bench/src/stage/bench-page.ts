import { createServer } from 'node:http'
import { join } from 'node:path'
import { createEmulator } from '@clientele/emulator'
import { build } from 'esbuild'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../../../scripts/support/find-browser.mjs'
import { flags } from '../../../../tests/browser/harness/flags.ts'
import type { PageApi } from '../../page/main.ts'

type Result<Name extends keyof PageApi> = ReturnType<PageApi[Name]>

/** Pages in one real browser, each fresh, with all that is measured in it. */
export interface BenchPages {
  readonly browser: Browser
  /** The settings of an instance, as a server sends them. */
  readonly environment: string
  /** Runs one measurement in a page of its own. */
  run<Name extends keyof PageApi>(name: Name, ...values: Parameters<PageApi[Name]>): Result<Name>
  open(): Promise<OpenPage>
  close(): Promise<void>
}

export interface OpenPage {
  call<Name extends keyof PageApi>(name: Name, ...values: Parameters<PageApi[Name]>): Result<Name>
  /** Bytes that are in use once the garbage is gone. */
  heap(): Promise<number>
  close(): Promise<void>
}

const bundlePage = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../page/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}

const serve = async (script: string) => {
  const server = createServer(({ url }, response) => {
    // Alone in its process, a page has a clock of 5 µs instead of 100 µs.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
    response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript')
    response.end(
      url === '/' ? '<!doctype html><title>Bench</title><script src="/bench.js"></script>' : script,
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

const heapOf = async (devtools: CDPSession): Promise<number> => {
  for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize
}

const callIn = (page: Page): OpenPage['call'] => {
  const call = (name: keyof PageApi, ...values: readonly unknown[]) =>
    page.evaluate(
      ([name, values]) => {
        const { bench } = globalThis as unknown as {
          bench: Record<string, (...values: readonly unknown[]) => unknown>
        } // as: put there by the page
        return bench[name]?.(...values)
      },
      [name, values] as const, // as: a tuple
    )
  return call as OpenPage['call'] // as: the page's own types say what comes back
}

const runIn = <Given>(open: () => Promise<OpenPage>, work: (page: OpenPage) => Given): Given => {
  const run = async () => {
    const page = await open()
    try {
      return await work(page)
    } finally {
      await page.close()
    }
  }
  return run() as Given // as: a promise of what `work` promises
}

export const openBenchPages = async (): Promise<BenchPages> => {
  const { url, close } = await serve(await bundlePage())
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags })
  const answer = await createEmulator().fetch('/v1/environment')
  const open = async (): Promise<OpenPage> => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(url)
    const devtools = await context.newCDPSession(page)
    return { call: callIn(page), heap: () => heapOf(devtools), close: () => context.close() }
  }
  return {
    browser,
    environment: await answer.text(),
    open,
    run: (name, ...values) => runIn(open, page => page.call(name, ...values)),
    close: async () => {
      await browser.close()
      close()
    },
  }
}
