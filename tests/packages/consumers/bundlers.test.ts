import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { runsOn } from '../../runs-on.ts'
import { consumerAt } from '../support/consumer.ts'
import { tools } from '../support/versions.ts'

// Each makes one file for browsers of the same program; that file is then what signs in.

const scripts = {
  esbuild: `
    import { build } from 'esbuild'
    const { warnings } = await build({ entryPoints: ['flow.mjs'], outdir: 'by-esbuild', outExtension: { '.js': '.mjs' }, bundle: true, minify: true, format: 'esm', platform: 'browser' })
    for (const { text } of warnings) console.log(text)`,
  // What it says of 'use client' is about servers, and told of every package that has it.
  Vite: `
    import { build } from 'vite'
    // Vite takes what it is from here, and a test has its own.
    process.env.NODE_ENV = 'production'
    await build({
      configFile: false,
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: 'by-vite',
        lib: { entry: 'flow.mjs', formats: ['es'], fileName: () => 'flow.mjs' },
        rolldownOptions: {
          onLog: (level, { code, message }) => level === 'info' || code === 'MODULE_LEVEL_DIRECTIVE' || console.log(message),
        },
      },
    })`,
  webpack: `
    import webpack from 'webpack'
    const options = { mode: 'production', entry: './flow.mjs', target: 'web', experiments: { outputModule: true }, output: { path: process.cwd() + '/by-webpack', filename: 'flow.mjs', library: { type: 'module' }, chunkFormat: 'module' }, performance: { hints: false } }
    webpack(options, (error, stats) => {
      const { errors = [], warnings = [] } = stats?.toJson() ?? {}
      for (const { message } of [...(error ? [error] : []), ...errors, ...warnings]) console.log(message)
    })`,
  // As it is from the start: without reading export maps. What an entry exports is kept of libraries
  // only, whose environment it leaves as it is.
  Parcel: `
    import { readFile, writeFile } from 'node:fs/promises'
    import { Parcel } from '@parcel/core'
    await writeFile('page.mjs', "import { flow } from './flow.mjs'; globalThis.flow = flow")
    const targets = { page: { distDir: 'by-parcel', distEntry: 'page.js', context: 'browser', sourceMap: false } }
    const options = { mode: 'production', env: { NODE_ENV: 'production' }, defaultTargetOptions: { shouldScopeHoist: true }, shouldDisableCache: true }
    await new Parcel({ entries: 'page.mjs', defaultConfig: '@parcel/config-default', targets, ...options }).run()
    await writeFile('by-parcel/flow.mjs', "import './page.js'; export const { flow } = globalThis")`,
}

const consumer = consumerAt(inject('newest'))

it.each(Object.entries(scripts))(
  '%s bundles it without a complaint, and the bundle runs',
  async (title, script) => {
    const name = title.toLowerCase()
    await writeFile(join(consumer.folder, `build-${name}.mjs`), script)
    expect(await consumer.run('node', [`build-${name}.mjs`])).toBe('')
    // What warns of a wrong set-up is for development.
    expect(await readFile(join(consumer.folder, `by-${name}/flow.mjs`), 'utf8')).not.toContain(
      '[clientele]',
    )
    const seen = JSON.parse(await consumer.run('node', ['run.mjs', `./by-${name}/flow.mjs`]))
    expect(seen).toEqual({ before: 0, parts: 3, react: '<p>1</p>', vue: '<p>1</p>', after: 0 })
    runsOn('Bundlers', title, tools[name] ?? '')
  },
)

// Both set the condition "development" by themselves.
const development = {
  Vite: `
    import { build } from 'vite'
    process.env.NODE_ENV = 'development'
    await build({
      configFile: false,
      logLevel: 'silent',
      mode: 'development',
      build: { outDir: 'dev-vite', minify: false, lib: { entry: 'flow.mjs', formats: ['es'], fileName: () => 'flow.mjs' } },
    })`,
  webpack: `
    import webpack from 'webpack'
    const options = { mode: 'development', devtool: false, entry: './flow.mjs', output: { path: process.cwd() + '/dev-webpack', filename: 'flow.mjs' } }
    webpack(options, error => error && console.log(error))`,
}

it.each(Object.entries(development))(
  '%s gives whoever develops the warnings of a wrong set-up',
  async (title, script) => {
    const name = title.toLowerCase()
    await writeFile(join(consumer.folder, `develop-${name}.mjs`), script)
    expect(await consumer.run('node', [`develop-${name}.mjs`])).toBe('')
    const bundle = join(consumer.folder, `dev-${name}/flow.mjs`)
    expect(await readFile(bundle, 'utf8')).toContain('[clientele]')
  },
)

// What is left where the import is not even behind a condition: two functions that do nothing.
const production = {
  Vite: `
    import { build } from 'vite'
    process.env.NODE_ENV = 'production'
    await build({
      configFile: false,
      logLevel: 'silent',
      build: { outDir: 'panel-vite', lib: { entry: 'panel.mjs', formats: ['es'], fileName: () => 'panel.mjs' } },
    })`,
  webpack: `
    import webpack from 'webpack'
    const options = { mode: 'production', entry: './panel.mjs', output: { path: process.cwd() + '/panel-webpack', filename: 'panel.mjs' } }
    webpack(options, error => error && console.log(error))`,
}

it.each(Object.entries(production))(
  '%s has nothing of the devtools in production',
  async (title, script) => {
    const name = title.toLowerCase()
    const panel =
      "import { mountDevtools } from '@clientele/devtools'\nmountDevtools(globalThis.store)"
    await writeFile(join(consumer.folder, 'panel.mjs'), panel)
    await writeFile(join(consumer.folder, `panel-${name}.build.mjs`), script)
    expect(await consumer.run('node', [`panel-${name}.build.mjs`])).toBe('')
    const bundle = await readFile(join(consumer.folder, `panel-${name}/panel.mjs`), 'utf8')
    expect(bundle.length).toBeLessThan(100)
  },
)
