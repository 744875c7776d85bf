import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const recipes = fileURLToPath(new URL('../../docs/recipes/', import.meta.url))
const dist = fileURLToPath(new URL('dist/', import.meta.url))

/** Whose JSX it is: an application says that once, in its settings. */
/** @type {Readonly<Record<string, string>>} */
const jsx = {
  solid: '/** @jsxImportSource solid-js */\n',
  preact: '/** @jsxImportSource preact */\n',
}

/**
 * Writes each piece of code that has a file name into the folder `dist/<recipe>`, beside a store to
 * try it with.
 */
export const setup = () => {
  rmSync(dist, { recursive: true, force: true })
  for (const file of readdirSync(recipes)) {
    const recipe = file.replace('.md', '')
    for (const [, name = '', code = ''] of readFileSync(recipes + file, 'utf8').matchAll(
      /^```\w+ (\S+)\n(.*?)^```$/gms,
    )) {
      mkdirSync(dist + recipe, { recursive: true })
      writeFileSync(
        `${dist}${recipe}/${name}`,
        (name.endsWith('.tsx') ? (jsx[recipe] ?? '') : '') + code,
      )
      writeFileSync(`${dist}${recipe}/store.ts`, "export { store } from '../../store.ts'\n")
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup()
