// The reference of the public modules, from their docstrings, as pages of the site.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Application } from 'typedoc'

const docs = import.meta.dirname
const workspace = join(docs, '..')

/** The sources behind the subpaths of a package. */
const entriesOf = name => {
  const folder = join(workspace, 'packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.values(exports).flatMap(entry =>
    typeof entry === 'object' ? join(folder, entry['@clientele/source']) : [],
  )
}

const app = await Application.bootstrapWithPlugins({
  name: 'Reference',
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: ['core', 'react', 'vue', 'emulator'].flatMap(entriesOf),
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
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  logLevel: 'Error',
  skipErrorChecking: true,
})
const project = await app.convert()
if (!project) throw new Error('TypeDoc could not read the packages')
await app.generateOutputs(project)
