// npm run layers:known: keeps the violations of the layers that there are, one a line, from the
// report on its input. The way round a circle is left out: which one is reported for an import
// changes with files that have nothing to do with it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { workspace } from './support/workspace.mjs'

/** @typedef {import('dependency-cruiser').ICruiseResult} Report */

const file = join(workspace, '.dependency-cruiser-known-violations.json')

/** @type {Report} */
const { modules } = JSON.parse(await text(process.stdin))
const lines = modules.flatMap(({ source: from, dependencies }) =>
  dependencies.flatMap(({ resolved: to, rules = [] }) =>
    rules.map(rule => JSON.stringify({ type: 'dependency', from, to, rule })),
  ),
)
await writeFile(file, `[\n${lines.map(line => `  ${line}`).join(',\n')}\n]\n`)
console.log(`${lines.length} known violations`)
