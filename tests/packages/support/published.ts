import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Name } from './names.ts'

/** What an entry is, in the order in which conditions are tried. */
export interface Conditions {
  readonly development?: string
  readonly 'module-sync'?: string
  readonly module: string
  readonly import: { readonly types: string; readonly default: string }
  readonly require: { readonly types: string; readonly default: string }
  readonly default: string
}

/** The part of a manifest that the tests look at. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly keywords?: readonly string[]
  readonly homepage?: string
  readonly bugs?: string
  readonly repository?: Readonly<Record<string, string>>
  readonly main?: string
  readonly module?: string
  readonly types?: string
  /** A file, or one for each condition. */
  readonly exports: Readonly<Record<string, string | Conditions>>
  readonly bin?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

export const tarballOf = (name: Name): string => join(inject('packed'), `${name}.tgz`)

/** The folder with what was packed. */
export const folderOf = (name: Name): string => join(inject('packed'), name)

/** A package's manifest, as it is published. */
export const manifestOf = (name: Name): Manifest =>
  JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'))

/** What is in the tarball, in order, with slashes. */
export const filesOf = (name: Name): readonly string[] =>
  readdirSync(folderOf(name), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folderOf(name).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

/** The name of each subpath with code: '' is the package itself. */
export const subpathsOf = (name: Name): readonly string[] =>
  Object.keys(manifestOf(name).exports)
    .filter(subpath => subpath !== './package.json')
    .map(subpath => subpath.slice(2))

/** The file with the declarations of a subpath as a module, within the package. */
export const typesOf = (name: Name, subpath: string): string => {
  const target = manifestOf(name).exports[subpath === '' ? '.' : `./${subpath}`]
  return typeof target === 'object' ? target.import.types : ''
}

/** What stands in an `import` for a subpath. */
export const specifier = (name: Name, subpath: string): string =>
  subpath === '' ? `@clientele/${name}` : `@clientele/${name}/${subpath}`
