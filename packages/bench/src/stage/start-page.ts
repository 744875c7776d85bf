import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

/**
 * A page that makes the client known and then says so on the console: `known` and the milliseconds
 * since it began.
 */
export interface StartPage {
  readonly name: string
  readonly scripts: readonly { readonly attributes: string; readonly text: string }[]
}

const bundle = async (code: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['@clientele/source'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}

const vendorFile = () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@clerk/clerk-js'))
  return readFile(join(folder, 'clerk.browser.js'), 'utf8')
}

const module = 'type="module"'
const say = 'console.debug("known", performance.now())'

export const makeStartPages = async (
  key: string,
  proxyUrl: string,
): Promise<readonly StartPage[]> => {
  const options = JSON.stringify({ publishableKey: key, proxyUrl })
  const [text, proxy] = [JSON.stringify(key), JSON.stringify(proxyUrl)]
  const load = `await clerk.load({ telemetry: false }); ${say}`
  return [
    {
      name: 'Clientele',
      scripts: [
        {
          attributes: module,
          text: await bundle(
            `import { createClientele } from '@clientele/core'; await ` +
              `createClientele(${options}).load(); ${say}`,
          ),
        },
      ],
    },
    {
      name: '@clerk/clerk-js/no-rhc, bundled',
      scripts: [
        {
          attributes: module,
          text: await bundle(
            `import { Clerk } from '@clerk/clerk-js/no-rhc'; const clerk = new ` +
              `Clerk(${text}, { proxyUrl: ${proxy} }); ${load}`,
          ),
        },
      ],
    },
    {
      name: "clerk-js, its CDN's file",
      scripts: [
        {
          attributes: `data-clerk-publishable-key="${key}" data-clerk-proxy-url="${proxyUrl}"`,
          text: await vendorFile(),
        },
        { attributes: module, text: `const clerk = globalThis.Clerk; ${load}` },
      ],
    },
  ]
}

export interface ServedPages {
  /** Of the page at that index. */
  readonly url: (index: number) => string
  /** Bytes of its scripts on the wire. */
  readonly bytes: (index: number) => number
  readonly close: () => void
}

/** Serves pages with their scripts compressed by brotli, none of them kept by the browser. */
export const servePages = async (pages: readonly StartPage[]): Promise<ServedPages> => {
  const files = new Map<string, { readonly type: string; readonly body: Buffer }>()
  const sizes = pages.map(({ scripts }, page) => {
    const tags = scripts.map(({ attributes, text }, script) => {
      const path = `/${page}/${script}.js`
      files.set(path, { type: 'text/javascript', body: brotliCompressSync(text) })
      return `<script src="${path}" ${attributes}></script>`
    })
    const head = '<!doctype html><title>Start</title><link rel="icon" href="data:,">'
    const html = `${head}${tags.join('')}`
    files.set(`/${page}`, { type: 'text/html', body: brotliCompressSync(html) })
    return scripts.reduce((sum, { text }) => sum + brotliCompressSync(text).length, 0)
  })
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url)
    response.writeHead(file ? 200 : 404, {
      'Content-Type': file?.type ?? 'text/plain',
      'Cache-Control': 'no-store',
      ...(file && { 'Content-Encoding': 'br' }),
    })
    response.end(file?.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return {
    url: index => `http://127.0.0.1:${address.port}/${index}`,
    bytes: index => sizes[index] ?? 0,
    close: () => server.close(),
  }
}
