import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { whole } from './counts.ts'
import { showTable } from './report/table.ts'
import { runBench } from './run.ts'

// npm run bench: measures everything, prints it, and writes docs/figures.md with its images.

const docs = join(import.meta.dirname, '../../../docs')

const { text, images } = await runBench(whole, section =>
  process.stdout.write(`${showTable(section)}\n\n`),
)
await mkdir(join(docs, 'figures'), { recursive: true })
await writeFile(join(docs, 'figures.md'), text)
for (const [name, image] of Object.entries(images))
  await writeFile(join(docs, 'figures', name), image)
