// node scripts/size-report.mjs <before.json> <after.json>: prints a table of what changed.
import { readFile } from 'node:fs/promises'
import { readSizes, reportSizes } from './support/size-report.mjs'

const read = async (/** @type {string} */ file) => readSizes(await readFile(file, 'utf8'))

const [before, after] = process.argv.slice(2)
if (!before || !after)
  throw new TypeError('Say what to compare: node scripts/size-report.mjs <before> <after>')
console.log(reportSizes(await read(before), await read(after)))
