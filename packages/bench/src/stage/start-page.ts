import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { preloadLink, preloadTag } from '@clientele/core/server'
import { build } from 'esbuild'

/**
 * A page that makes the client known and then says so on the console: `known`, the milliseconds
 * since it began, and where it can tell, those at which the server's answer was there as text.
 */
export interface StartPage {
  readonly name: string
  /** Elements that its head begins with. */
  readonly head?: string
  readonly scripts: readonly StartScript[]
}

export interface StartScript {
  readonly attributes: string
  readonly text: string
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
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}

const vendorFile = () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@clerk/clerk-js'))
  return readFile(join(folder, 'clerk.browser.js'), 'utf8')
}

/** A comment that takes as many bytes on the wire as a script. */
const padLike = (text: string): string =>
  `/* ${randomBytes(brotliCompressSync(text).length).toString('base64')} */`

const module = 'type="module"'
const say = 'console.debug("known", performance.now())'

/** Its `fetch` notes when the text of an answer is there. */
const ours = (options: string) => `
  import { createClientele } from '@clientele/core'
  let text = NaN
  const store = createClientele({
    ...${options},
    fetch: async (input, init) => {
      const answer = await fetch(input, init)
      const read = answer.text.bind(answer)
      answer.text = () => read().finally(() => (text = performance.now()))
      return answer
    },
  })
  await store.load()
  console.debug('known', performance.now(), text)`

/** The pages of one emulator, which the browser asks at its own address. */
export const makeStartPages = async (publishableKey: string, proxyUrl: string) => {
  const options = { publishableKey, proxyUrl }
  const [text, proxy] = [JSON.stringify(publishableKey), JSON.stringify(proxyUrl)]
  const load = `await clerk.load({ telemetry: false }); ${say}`
  // The store's own request to the letter, since the browser gives no other one what was preloaded.
  const url = JSON.stringify(preloadLink(options)?.href)
  const script = await bundle(ours(JSON.stringify(options)))
  const scripts = [{ attributes: module, text: script }]
  const ask = `fetch(${url}, { credentials: 'include' })
    .then(answer => answer.text()).then(() => ${say})`
  const head = preloadTag(options)
  return {
    floor: { name: 'the request alone', head: `<script>${ask}</script>`, scripts: [] },
    line: {
      name: 'one line of script, preloaded',
      head,
      scripts: [{ attributes: module, text: ask }],
    },
    padded: {
      name: 'as many bytes, preloaded',
      head,
      scripts: [{ attributes: module, text: `${padLike(script)}${ask}` }],
    },
    ours: { name: 'Clientele', scripts },
    preloaded: { name: 'Clientele, preloaded', head, scripts },
    bundled: {
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
    cdn: {
      name: "clerk-js, its CDN's file",
      scripts: [
        {
          attributes:
            `data-clerk-publishable-key="${publishableKey}" ` +
            `data-clerk-proxy-url="${proxyUrl}"`,
          text: await vendorFile(),
        },
        { attributes: module, text: `const clerk = globalThis.Clerk; ${load}` },
      ],
    },
  } satisfies Record<string, StartPage>
}
