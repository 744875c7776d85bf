import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Browser } from 'playwright-core'

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>
}

/** What the figures were measured on and with, in a few lines of Markdown. */
export const describeMachine = (browser: Browser): string => {
  const manifest: Manifest = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  const versions = Object.entries(manifest.devDependencies)
    .filter(([name]) => !name.startsWith('@clientele/'))
    .map(([name, version]) => `${name} ${version}`)
  const [cpu] = cpus()
  const [load = 0] = loadavg()
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}, ${memory} ` +
      `GiB, Node.js ${process.version}, Chromium ${browser.version()} without a window. Load ` +
      `of the last minute at the end of the run: ${load.toFixed(1)}, the run itself included.`,
    `With ${versions.join(', ')}.`,
  ].join('\n\n')
}
