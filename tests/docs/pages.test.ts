import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const workspace = fileURLToPath(new URL('../..', import.meta.url))
const docs = join(workspace, 'docs')
const read = (file: string) => readFileSync(join(workspace, file), 'utf8')

// By folder: what is installed and made in docs is much, and no page.
const pages = ['.', 'decisions', 'guide', 'quick-start', 'recipes'].flatMap(folder =>
  readdirSync(join(docs, folder)).flatMap(file => (file.endsWith('.md') ? join(folder, file) : [])),
)
const guide = pages.filter(file => /^(guide|quick-start)\//.test(file))
const text = (file: string) => readFileSync(join(docs, file), 'utf8')
const all = pages.map(text).join('\n')

/** What a report of the API declares under a name. */
const declared = (report: string, pattern: RegExp): string[] => {
  const [, found = ''] = pattern.exec(read(report)) ?? []
  return [...found.matchAll(/'([a-z_]+)'/g)].flatMap(([, name]) => name ?? [])
}

describe('the pages', () => {
  it.each(declared('packages/core/etc/index.api.md', /type ClienteleErrorCode = Open<([^;]+)>;/))(
    'tell what the error %s means and what to do',
    code => {
      expect(text('errors.md')).toMatch(new RegExp(`\\| \`${code}\` \\| .+ \\| .+ \\|`))
    },
  )

  it('name each subpath of the core', () => {
    const { exports } = JSON.parse(read('packages/core/package.json'))
    const subpaths = Object.keys(exports).filter(path => !/^\.$|json$/.test(path))
    const missing = subpaths.filter(path => !all.includes(`@clientele/core${path.slice(1)}`))
    expect(missing).toEqual([])
  })

  it('name each hook and composable', () => {
    const names = ['react', 'vue'].flatMap(name =>
      [
        ...read(`packages/${name}/etc/index.api.md`).matchAll(
          /export const (use\w+|create\w+|[A-Z]\w+)/g,
        ),
      ].flatMap(([, found]) => found ?? []),
    )
    const known = all + ['react', 'vue'].map(name => read(`packages/${name}/README.md`)).join('\n')
    expect(names.filter(name => !new RegExp(`\\b${name}\\b`).test(known))).toEqual([])
  })

  it('name each option of the store', () => {
    // The list by which unknown ones are refused.
    const [, list = ''] =
      /const optionNames =([\s\S]+?)\n\n/.exec(read('packages/core/src/clientele.ts')) ?? []
    const options = list.match(/\w+/g) ?? []
    expect(options).toContain('publishableKey')
    expect(options.filter(name => !text('options.md').includes(`\`${name}\``))).toEqual([])
  })

  it('of the guide and the quick start show code that is compiled', () => {
    const loose = guide.filter(file => /^```(ts|tsx|js|jsx|vue)\b/m.test(text(file)))
    expect(loose).toEqual([])
  })

  it.each(['react.tsx', 'vue/src/App.vue', 'testing.ts'])(
    'the README shows %s as it is compiled',
    file => {
      expect(read('README.md')).toContain(`\n${read(`docs/snippets/readme/${file}`)}\`\`\``)
    },
  )

  it('show snippets that are there', () => {
    const missing = guide.flatMap(file =>
      [...text(file).matchAll(/^<<< @\/(\S+?)(?:#(\w[\w-]*))?(?:\{\w+\})?$/gm)].flatMap(
        ([line, path = '', region]) => {
          const code = readFileSync(join(docs, path), 'utf8')
          const isThere = region === undefined || code.includes(`#region ${region}\n`)
          return isThere ? [] : [`${file}: ${line}`]
        },
      ),
    )
    expect(missing).toEqual([])
  })

  it('have a place in the sidebar', () => {
    const sidebar = read('docs/.vitepress/sidebar.ts')
    const listed = (file: string) =>
      /^(recipes|decisions)\//.test(file) ||
      file === 'index.md' ||
      sidebar.includes(`'${file.replace(/^guide\/|\.md$/g, '')}'`) ||
      sidebar.includes(`'/${file.replace(/(index)?\.md$/, '')}'`) ||
      file.startsWith('quick-start/')
    expect(pages.filter(file => !listed(file))).toEqual([])
  })

  it('say it in the words of the field', () => {
    const avoided =
      /\b(weather|world faults?|wrong use|the vendor|makes? anew|made anew|of its own accord|who asks|the house)\b/i
    const found = [...guide, 'why.md', 'errors.md', 'options.md', 'index.md'].flatMap(file =>
      text(file)
        .split('\n')
        .flatMap((line, index) => (avoided.test(line) ? [`${file}:${index + 1} ${line}`] : [])),
    )
    expect(found).toEqual([])
  })
})
