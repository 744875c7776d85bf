// The reference of the public modules, from their docstrings, as pages of the site.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Application } from 'typedoc'

const docs = import.meta.dirname
const workspace = join(docs, '..')

/**
 * The sources behind the subpaths of a package, each with what it is imported by.
 *
 * @param {string} name
 * @returns {[source: string, specifier: string][]}
 */
const entriesOf = name => {
  const folder = join(workspace, 'packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.entries(exports).flatMap(([subpath, entry]) =>
    typeof entry === 'object'
      ? [[join(folder, entry['@clientele/source']), `@clientele/${name}${subpath.slice(1)}`]]
      : [],
  )
}

const entries = ['core', 'react', 'vue', 'devtools', 'emulator'].flatMap(entriesOf)

/** How TypeDoc calls a module. @param {string} source */
const nameOf = source =>
  relative(join(workspace, 'packages'), source).replace(/(\/index)?\.tsx?$/, '')

const specifiers = new Map(entries.map(([source, specifier]) => [nameOf(source), specifier]))

const app = await Application.bootstrapWithPlugins({
  name: 'Reference',
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: entries.map(([source]) => source),
  tsconfig: join(docs, 'tsconfig.reference.json'),
  basePath: join(workspace, 'packages'),
  out: join(docs, 'reference'),
  readme: 'none',
  outputFileStrategy: 'modules',
  entryFileName: 'index',
  hideBreadcrumbs: true,
  disableSources: true,
  excludePrivate: true,
  excludeInternal: true,
  useCodeBlocks: true,
  // Links within a page are to these, and not to what a site makes of its headings.
  useHTMLAnchors: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  logLevel: 'Error',
  skipErrorChecking: true,
})
const project = await app.convert()
if (!project) throw new Error('TypeDoc could not read the packages')
for (const module of project.children ?? [])
  module.name = specifiers.get(module.name) ?? module.name
await app.generateOutputs(project)
