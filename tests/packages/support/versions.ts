import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dependencies } from './consumer.ts'
import type { Name } from './names.ts'
import { workspace } from './workspace.ts'

// Exact, so that a run tomorrow is the run of today. Who raises one reads what it says.

/** As this workspace has them. */
const versionsIn = (folder: string, names: readonly string[]): Dependencies => {
  const { devDependencies } = JSON.parse(
    readFileSync(join(workspace, folder, 'package.json'), 'utf8'),
  )
  return Object.fromEntries(names.map(name => [name, devDependencies[name]]))
}

/** The newest frameworks. */
export const newest: Dependencies = {
  ...versionsIn('packages/react', ['@types/react', '@types/react-dom', 'react', 'react-dom']),
  ...versionsIn('packages/vue', ['vue']),
}

/** The oldest that is promised. */
export const oldest: Dependencies = {
  '@types/react': '18.3.8',
  '@types/react-dom': '18.3.7',
  react: '18.0.0',
  'react-dom': '18.0.0',
  vue: '3.3.0',
}

/** The lowest versions in the ranges of what a package needs. */
export const lowestOf = (name: Name, packed: string): Dependencies => {
  const { dependencies } = JSON.parse(readFileSync(join(packed, name, 'package.json'), 'utf8'))
  return Object.fromEntries(
    Object.entries<string>(dependencies).map(([each, range]) => [
      each,
      /\d+\.\d+\.\d+/.exec(range)?.[0] ?? range,
    ]),
  )
}

/** What builds applications. */
export const tools: Dependencies = {
  ...versionsIn('tests/packages', ['esbuild', 'vite']),
  parcel: '2.16.4',
  webpack: '5.112.2',
}

/** What runs the tests of applications. */
export const testRunners: Dependencies = {
  jest: '30.5.2',
  'jest-environment-jsdom': '30.5.2',
}

const platform = `${process.platform.replace('win32', 'windows')}-${process.arch}`
const glibc = process.platform === 'linux' ? '-glibc' : ''

/**
 * Runtimes beside Node.js: what holds the program for this platform, and where it is in there. The
 * packages that choose one of these would run scripts when they are installed.
 */
export const runtimes = {
  Bun: {
    package: `@oven/bun-${platform.replace('arm64', 'aarch64')}`,
    program: 'bin/bun',
    version: '1.4.5',
  },
  Deno: {
    package: `@deno/${process.platform}-${process.arch}${glibc}`,
    program: 'deno',
    version: '2.9.6',
  },
  workerd: {
    package: `@cloudflare/workerd-${platform.replace('x64', '64')}`,
    program: 'bin/workerd',
    version: '1.20261117.1',
  },
} as const // as: its names are known

/** TypeScript, by the name under which it is installed. */
export const typescripts: Dependencies = {
  'typescript-5.4': 'npm:typescript@5.4.5',
  'typescript-5.5': 'npm:typescript@5.5.4',
  'typescript-5.6': 'npm:typescript@5.6.3',
  'typescript-5.7': 'npm:typescript@5.7.3',
  'typescript-5.8': 'npm:typescript@5.8.3',
  'typescript-5.9': 'npm:typescript@5.9.3',
  'typescript-6': 'npm:typescript@6.0.3',
  'typescript-7': 'npm:typescript@7.0.2',
}

/** What the unit tests need. */
export const testTools: Dependencies = {
  ...versionsIn('.', ['fast-check', 'happy-dom', 'vitest']),
  ...versionsIn('packages/emulator', ['ajv']),
  ...versionsIn('packages/vue', ['vue-router']),
}
