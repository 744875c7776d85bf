import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8')

/** What the framework of an example is called: the title of the page about it. */
export const titleOf = (example: string): string =>
  /^# (.+)/.exec(read(`docs/recipes/${example}.md`))?.[1] ?? example

/** Neither a part of a framework nor what it is built on. */
const others = /^(@clientele\/.*|@types\/.*|jose|react-dom|typescript)$/

/** The framework and what it is built on, with their versions. */
export const versionsOf = (example: string): string => {
  const manifest = JSON.parse(read(`examples/frameworks/${example}/package.json`))
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([name]) => !others.test(name))
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')
}
