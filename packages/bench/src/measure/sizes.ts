import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'

/** Bytes of a bundle: as it is, and as servers send it. */
export interface Size {
  readonly raw: number
  readonly gzip: number
  readonly brotli: number
}

const root = join(import.meta.dirname, '../..')
const external = ['react', 'react-dom', 'react/jsx-runtime', 'vue']

const toSize = (text: string | Uint8Array): Size => ({
  raw: Buffer.byteLength(text),
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text).length,
})

/** A program as applications are built: minified, for production, frameworks left out. */
export const bundle = async (code: string): Promise<Size> => {
  const { outputFiles } = await esbuild({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    external,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return toSize(outputFiles[0]?.contents ?? '')
}

/** The same by Vite. @param file a path below `jobs`. */
export const bundleByVite = async (file: string): Promise<Size> => {
  const built = await vite({
    configFile: false,
    root,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: join(root, 'jobs', file),
        preserveEntrySignatures: 'strict',
        external,
      },
    },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error(`Vite made nothing of ${file}`)
  return toSize(output.output.map(chunk => ('code' in chunk ? chunk.code : '')).join('\n'))
}

/** Files below `jobs`, by what they are shown as. */
export const jobs = {
  Clientele: 'clientele.ts',
  '@clerk/clerk-js/no-rhc': 'clerk.ts',
  '@supabase/auth-js': 'supabase.ts',
  'better-auth/client': 'better-auth.ts',
  'our four dependencies alone': 'dependencies.ts',
}

/** @param file a path below `jobs`. */
export const programOf = (file: string): string => `export * from './jobs/${file}'`

export interface JobSize {
  readonly name: string
  readonly esbuild: Size
  readonly vite: Size
}

export const measureJobs = async (): Promise<readonly JobSize[]> => {
  const sizes: JobSize[] = []
  for (const [name, file] of Object.entries(jobs))
    sizes.push({
      name,
      esbuild: await bundle(programOf(file)),
      vite: await bundleByVite(file),
    })
  return sizes
}

/** What a part costs who has the core already. */
export interface PartSize {
  readonly name: string
  /** Bytes, compressed by gzip. */
  readonly added: number
}

const core = "export { createClientele } from '@clientele/core'"

/** @param names of the core's subpaths. */
export const measureParts = async (names: readonly string[]): Promise<readonly PartSize[]> => {
  const { gzip } = await bundle(core)
  const sizes: PartSize[] = []
  for (const name of names) {
    const whole = await bundle(`${core}; export * from '@clientele/core/${name}'`)
    sizes.push({ name, added: whole.gzip - gzip })
  }
  return sizes
}

/** Programs, by what they are shown as. */
export const adapters = {
  '@clientele/react: provider and useClient':
    "export { ClienteleProvider, useClient, useClienteleStore } from '@clientele/react'",
  '@clientele/react: all': "export * from '@clientele/react'",
  '@clientele/vue: plugin and useClient':
    "export { createClientelePlugin, useClient, useClienteleStore } from '@clientele/vue'",
  '@clientele/vue: all': "export * from '@clientele/vue'",
  '@clerk/react: provider, useClerk, useSession, useUser':
    "export { ClerkProvider, useClerk, useSession, useUser } from '@clerk/react'",
  '@clerk/vue: plugin, useClerk, useSession, useUser':
    "export { clerkPlugin, useClerk, useSession, useUser } from '@clerk/vue'",
}

export const measureAdapters = async (): Promise<readonly PartSize[]> => {
  const sizes: PartSize[] = []
  const { gzip } = await bundle(core)
  for (const [name, program] of Object.entries(adapters)) {
    // Clerk's adapters fetch their core when the page runs.
    const isOurs = name.startsWith('@clientele')
    const whole = await bundle(isOurs ? `${core}; ${program}` : program)
    sizes.push({ name, added: isOurs ? whole.gzip - gzip : whole.gzip })
  }
  return sizes
}
