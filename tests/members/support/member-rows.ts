import { join } from 'node:path'
import ts from 'typescript'
import { type Compare, createCompare } from './compare.ts'
import { compilerOptions } from './compiler-options.ts'

export type Verdict = 'same' | 'other' | 'not there'

/** A member of a type of Clerk's, or an export of a module, and how ours stands to it. */
export interface MemberRow {
  readonly name: string
  readonly verdict: Verdict
  /** Where the types part, for who looks into it; empty for the other verdicts. */
  readonly misfit: string
}

/** A type or a module of Clerk's, with all that it has. */
export interface Compared {
  readonly name: string
  readonly rows: readonly MemberRow[]
}

const file = join(import.meta.dirname, '../pairs.ts')

interface Pair {
  readonly name: string
  readonly theirs: ts.Type
  readonly ours: ts.Type
}

const readPairs = (checker: ts.TypeChecker, module: ts.Symbol, list: string): readonly Pair[] => {
  const symbol = checker.getExportsOfModule(module).find(({ name }) => name === list)
  if (!symbol) throw new TypeError(`pairs.ts does not export ${list}`)
  return checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)).map(entry => {
    // as: each entry is a pair
    const type = checker.getTypeOfSymbol(entry) as ts.TypeReference
    const [theirs, ours] = checker.getTypeArguments(type)
    if (!theirs || !ours) throw new TypeError(`${list}.${entry.name} is not a pair`)
    return { name: entry.name, theirs, ours }
  })
}

const toRow = (compare: Compare, name: string, theirs: ts.Type, ours?: ts.Type): MemberRow => {
  if (!ours) return { name, verdict: 'not there', misfit: '' }
  const misfit = compare(ours, theirs)
  return misfit === null
    ? { name, verdict: 'same', misfit: '' }
    : { name, verdict: 'other', misfit: `${name}${misfit}` }
}

/** Every member of the types and every export of the modules that `pairs.ts` names. */
export const compareMembers = (): {
  readonly types: readonly Compared[]
  readonly modules: readonly Compared[]
} => {
  const program = ts.createProgram([file], compilerOptions)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new TypeError('pairs.ts is not a module')
  const wrong = ts.getPreEmitDiagnostics(program, source)
  if (wrong.length > 0)
    throw new TypeError(ts.flattenDiagnosticMessageText(wrong[0]?.messageText, '\n'))

  const types = readPairs(checker, module, 'Types')
  const compare = createCompare(
    checker,
    [...types, ...readPairs(checker, module, 'StandIns')].map(({ theirs, ours }) => [theirs, ours]),
  )

  /** What is declared only to say what to use in its place is not there. */
  const present = (type: ts.Type): ts.Type | undefined =>
    checker.getNonNullableType(type).symbol?.name === 'NotHere' ? undefined : type

  const ofType = ({ name, theirs, ours }: Pair): Compared => ({
    name,
    rows: checker.getPropertiesOfType(theirs).map(member => {
      const own = checker.getPropertyOfType(ours, member.name)
      return toRow(
        compare,
        member.name,
        checker.getTypeOfSymbol(member),
        own && present(checker.getTypeOfSymbol(own)),
      )
    }),
  })

  const typeOfExport = (exported: ts.Symbol): ts.Type => {
    const isAlias = exported.flags & ts.SymbolFlags.Alias
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported
    return symbol.flags & ts.SymbolFlags.Value
      ? checker.getTypeOfSymbol(symbol)
      : checker.getDeclaredTypeOfSymbol(symbol)
  }

  const ofModule = ({ name, theirs, ours }: Pair): Compared => {
    const own = new Map(
      checker
        .getExportsOfModule(ours.symbol)
        .map(symbol => [symbol.name, present(typeOfExport(symbol))]),
    )
    const rows = checker
      .getExportsOfModule(theirs.symbol)
      .map(symbol => toRow(compare, symbol.name, typeOfExport(symbol), own.get(symbol.name)))
    return { name, rows }
  }

  return {
    types: types.map(ofType),
    modules: readPairs(checker, module, 'Modules').map(ofModule),
  }
}
