import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from '@microsoft/api-extractor'
import type { Name } from './names.ts'
import { typesOf } from './published.ts'
import { workspace } from './workspace.ts'

const silent = { default: { logLevel: ExtractorLogLevel.None } }

const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  skipLibCheck: true,
}

const toConfig = (name: Name, subpath: string, folder: string) => {
  const projectFolder = join(workspace, 'packages', name)
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath: join(projectFolder, typesOf(name, subpath)),
      compiler: { overrideTsconfig: { compilerOptions } },
      apiReport: {
        enabled: true,
        reportFileName: `${subpath || 'index'}.api.md`,
        reportFolder: folder,
        reportTempFolder: join(folder, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Only what is public counts here; how it is written about is another matter.
      messages: {
        compilerMessageReporting: silent,
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, 'package.json'),
  })
}

/** What each subpath of a package declares, in an order that stays: by its name, as Markdown. */
export const reportApi = (name: Name, subpaths: readonly string[]): ReadonlyMap<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-api-'))
  try {
    const configs = subpaths.map(subpath => toConfig(name, subpath, folder))
    const [first, ...others] = configs
    if (!first) return new Map()
    const compilerState = CompilerState.create(first, {
      additionalEntryPoints: others.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
    })
    for (const config of configs) {
      const messageCallback = (message: { handled: boolean }) => {
        message.handled = true
      }
      Extractor.invoke(config, { localBuild: true, compilerState, messageCallback })
    }
    return new Map(
      subpaths.map((subpath, index) => [
        subpath,
        readFileSync(configs[index]?.reportFilePath ?? '', 'utf8'),
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
