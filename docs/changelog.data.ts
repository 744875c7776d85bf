import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMarkdownRenderer, defineLoader } from 'vitepress'

const workspace = join(import.meta.dirname, '..')
const changesets = join(workspace, '.changeset')
const read = (path: string) => readFileSync(path, 'utf8')

/** The packages that a changeset is about, and what it says. */
const toItem = (changeset: string): string => {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(changeset) ?? []
  const packages = [...head.matchAll(/^['"]?([^'":]+)['"]?:/gm)].map(([, name]) => `\`${name}\``)
  return `- ${text.trim().replaceAll('\n', '\n  ')} (${packages.join(', ')})`
}

/** What the next release brings. */
const waiting = () => {
  const files = readdirSync(changesets).filter(file => /^(?!README).+\.md$/.test(file))
  const items = files.sort().map(file => toItem(read(join(changesets, file))))
  return items.length === 0 ? '' : ['## Not released yet', ...items].join('\n\n')
}

/** What changesets wrote into the change log of a package, one heading lower. */
const released = () =>
  readdirSync(join(workspace, 'packages'))
    .map(name => join(workspace, 'packages', name, 'CHANGELOG.md'))
    .filter(path => existsSync(path))
    .map(path => read(path).replace(/^#/gm, '##'))

declare const data: string

export { data }

/** The changes of all packages, as HTML. */
export default defineLoader({
  watch: ['../.changeset/*.md', '../packages/*/CHANGELOG.md'],
  load: async (): Promise<string> => {
    const { render } = await createMarkdownRenderer(workspace)
    return render([waiting(), ...released()].join('\n\n'))
  },
})
