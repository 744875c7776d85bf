// node dashboard/build.mjs: makes one script of the dashboard, and of that and its source map the
// module that the emulator serves it from.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Writes `built.js`. */
export const buildDashboard = async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'clientele-dashboard-'))
  try {
    await build({
      config: false,
      entry: { dashboard: join(folder, 'src/main.tsx') },
      tsconfig: join(folder, 'tsconfig.json'),
      outDir,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      minify: true,
      sourcemap: true,
      noExternal: [/./],
      silent: true,
    })
    const read = (/** @type {string} */ name) => readFile(join(outDir, name), 'utf8')
    const script = await read('dashboard.global.js')
    const map = JSON.parse(await read('dashboard.global.js.map'))
    // Where it was made is nobody's business, and another on each machine.
    map.sources = map.sources.map((/** @type {string} */ source) =>
      source.replace(/^.*?(?=(node_modules|packages|dashboard|views)\/)/, ''),
    )
    const served = script.replace(/(?<=sourceMappingURL=)\S+/, 'dashboard.js.map')
    // The module is a text: a map of its own would only repeat it.
    const noMap = Buffer.from(
      '{"version":3,"sources":["built.js"],"sourcesContent":[""],"mappings":"AAAA"}',
    ).toString('base64')
    await writeFile(
      join(folder, 'built.js'),
      [
        `export const script = ${JSON.stringify(served)}`,
        `export const map = ${JSON.stringify(JSON.stringify(map))}`,
        `//# sourceMappingURL=data:application/json;base64,${noMap}\n`,
      ].join('\n'),
    )
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDashboard()
