import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { compilerOptions } from './compiler-options.ts'

/** The folder with all packages. */
const packages = join(import.meta.dirname, '../../../packages')

/** A public name, or a member of a public type. */
export interface PublicMember {
  /** `createClientele`, or `Client.id`. */
  readonly name: string
  /** The file and the line where it is written. */
  readonly place: string
  /** An editor shows a text about it; a tag such as `@throws` is none. */
  readonly isDocumented: boolean
}

/** The source of each subpath of a package. */
const entriesOf = (name: string): readonly string[] => {
  const manifest: { exports: Record<string, string | Record<string, string>> } = JSON.parse(
    readFileSync(join(packages, name, 'package.json'), 'utf8'),
  )
  return Object.values(manifest.exports).flatMap(target => {
    const source = typeof target === 'object' ? target['@clientele/source'] : undefined
    return source ? [join(packages, name, source)] : []
  })
}

/**
 * The members that have a name of their own to hover over. In a union of plain object types, such
 * as `{ isLoaded: false } | { isLoaded: true, … }`, the union says what it is about.
 */
const hasPlaceForText = (node: ts.Declaration, isUnion: boolean): boolean =>
  !ts.isTypeLiteralNode(node.parent) && !(isUnion && ts.isObjectLiteralElement(node))

const placeOf = (node: ts.Declaration): string => {
  const file = node.getSourceFile()
  const { line } = file.getLineAndCharacterOfPosition(node.getStart())
  return `${file.fileName.slice(packages.length + 1)}:${line + 1}`
}

/** Everything public of a package once, however many subpaths export it. */
const membersOf = (program: ts.Program, name: string): readonly PublicMember[] => {
  const checker = program.getTypeChecker()
  const found = new Map<ts.Node, PublicMember>()

  const add = (symbol: ts.Symbol, label: string, isUnion: boolean) => {
    const node = symbol.declarations?.find(each =>
      each.getSourceFile().fileName.startsWith(`${packages}/${name}/src/`),
    )
    if (!node || found.has(node) || !hasPlaceForText(node, isUnion)) return
    const isDocumented = symbol.getDocumentationComment(checker).length > 0
    found.set(node, { name: label, place: placeOf(node), isDocumented })
  }

  const visit = (exported: ts.Symbol) => {
    const isAlias = exported.flags & ts.SymbolFlags.Alias
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported
    add(symbol, symbol.name, false)
    if (!(symbol.flags & ts.SymbolFlags.Type)) return
    const type = checker.getDeclaredTypeOfSymbol(symbol)
    for (const part of type.isUnion() ? type.types : [type]) {
      // A text or a number has the members of its class, which are not ours.
      if (!(part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) continue
      for (const member of checker.getPropertiesOfType(part))
        add(member, `${symbol.name}.${member.name}`, type.isUnion())
    }
  }

  for (const entry of entriesOf(name)) {
    const file = program.getSourceFile(entry)
    const module = file && checker.getSymbolAtLocation(file)
    if (module) for (const each of checker.getExportsOfModule(module)) visit(each)
  }
  return [...found.values()]
}

/** What is public, by the folder of its package. */
export const publicMembers = (
  names: readonly string[],
): ReadonlyMap<string, readonly PublicMember[]> => {
  const program = ts.createProgram(names.flatMap(entriesOf), compilerOptions)
  return new Map(names.map(name => [name, membersOf(program, name)]))
}
