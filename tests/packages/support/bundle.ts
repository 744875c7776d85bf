import { gzipSync } from 'node:zlib'
import { build as esbuild, type Metafile } from 'esbuild'
import { build as vite } from 'vite'

/** A program as applications are built: for production and minified, its framework left out. */
export interface Bundle {
  readonly text: string
  /** Bytes, minified and compressed. */
  readonly gzip: number
  /** Files of which something is in it. */
  readonly files: readonly string[]
}

interface BundleOptions {
  /** Conditions of export maps beside the usual ones. */
  readonly conditions?: readonly string[]
}

const root = import.meta.dirname
const frameworks = ['react', 'react-dom', 'vue', 'vue-router']
const define = { 'process.env.NODE_ENV': '"production"' }

const compressed = (text: string) => gzipSync(text, { level: 9 }).length

const filesIn = ({ outputs }: Metafile): readonly string[] =>
  Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replaceAll('\\', '/'))

/** What esbuild makes of a program. */
export const bundle = async (
  code: string,
  { conditions = [] }: BundleOptions = {},
): Promise<Bundle> => {
  const { outputFiles, metafile } = await esbuild({
    stdin: { contents: code, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'silent',
    conditions: [...conditions],
    external: frameworks,
    define,
  })
  const text = outputFiles[0]?.text ?? ''
  return { text, gzip: compressed(text), files: filesIn(metafile) }
}

/** What Vite makes of the same program. */
export const bundleByVite = async (code: string): Promise<Pick<Bundle, 'text' | 'gzip'>> => {
  const entry = 'virtual:program'
  const built = await vite({
    configFile: false,
    root,
    logLevel: 'silent',
    define,
    plugins: [
      {
        name: 'program',
        resolveId: id => (id === entry ? `${root}/program.js` : null),
        load: id => (id === `${root}/program.js` ? code : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: id => frameworks.some(name => id === name || id.startsWith(`${name}/`)),
      },
    },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('Vite made nothing')
  const text = output.output.map(chunk => ('code' in chunk ? chunk.code : '')).join('\n')
  return { text, gzip: compressed(text) }
}
