import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const examples = join(root, 'examples/frameworks')

const names = readdirSync(examples, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'packed')
  .map(entry => entry.name)

/** A piece of code whose first line names a file. */
const shown = /^(```\w+\n(?:\/\/|<!--) (\S+)(?: -->)?\n).*?^```$/gms

// Renewed by `npm run recipes`.
it.each(names)('the page about %s shows the files of its example', async name => {
  const page = join(root, `docs/recipes/${name}.md`)
  const paths: string[] = []
  const renewed = readFileSync(page, 'utf8').replace(shown, (_, opening, path) => {
    paths.push(path)
    return `${opening}${readFileSync(join(examples, name, path), 'utf8')}\`\`\``
  })
  expect(paths.length).toBeGreaterThan(2)
  await expect(renewed).toMatchFileSnapshot(page)
})
