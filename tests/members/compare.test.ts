import ts from 'typescript'
import { expect, it } from 'vitest'
import { createCompare } from './support/compare.ts'
import { compilerOptions } from './support/compiler-options.ts'

const cases = [
  ['string', 'string', null],
  ['string', 'number', ''],
  ['{ id: string }', '{ id?: string; name?: string }', null],
  ['{ a: { b: string } }', '{ a: { b: number } }', '.a.b'],
  ["'a' | 'b'", "'a' | 'b' | 'c'", null],
  ['(id: string, name: string) => void', '(id: string) => void', '(name)'],
  ['(id: string, name?: string) => void', '(id: string) => void', null],
  ['() => Promise<{ id: number }>', '() => Promise<{ id: string }>', '()[].id'],
  ['readonly string[]', 'string[]', '.pop'],
  // A name that is not known is refused in what is given, and nowhere else.
  ['(options?: { a?: 1 }) => void', '(options?: { a?: 1; b?: 1 }) => void', '(options).b?'],
  ['(options: { a?: 1 } | { b?: 1 }) => void', '(options: { b?: 1 }) => void', null],
  ['(user: { id: string }) => { a: 1; b: 1 }', '(user: { id: string }) => { a: 1 }', null],
  ['(call: (a: { x: 1; y: 1 }) => void) => void', '(call: (a: { x: 1 }) => void) => void', null],
  ['(call: (a: { x: 1 }) => void) => void', '(call: (a: { y: 1 }) => void) => void', '(call)(a).y'],
  ['(...all: [a: string]) => void', '(a: string) => void', null],
  // A pair stands for each other, however different.
  ['() => Ours | null', '() => Theirs | null', null],
  ['(given: Ours) => void', '(given: Theirs) => void', null],
  ['Ours[]', '{ other: string }[]', '[].other'],
] as const

const name = '/cases.ts'
const text = [
  'interface Ours { own: string }',
  'interface Theirs { other: string }',
  'type Pair = [Ours, Theirs]',
  ...cases.map(([ours, theirs], index) => `type Case${index} = [${ours}, ${theirs}]`),
].join('\n')

const host = ts.createCompilerHost(compilerOptions)
const program = ts.createProgram([name], compilerOptions, {
  ...host,
  fileExists: file => file === name || host.fileExists(file),
  readFile: file => (file === name ? text : host.readFile(file)),
  getSourceFile: (file, ...rest) =>
    file === name
      ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
      : host.getSourceFile(file, ...rest),
})
const checker = program.getTypeChecker()

const pairOf = (alias: string): [ts.Type, ts.Type] => {
  const node = program
    .getSourceFile(name)
    ?.statements.find(
      statement => ts.isTypeAliasDeclaration(statement) && statement.name.text === alias,
    )
  if (!node) throw new TypeError(`There is no ${alias}`)
  // as: each alias is a pair
  const type = checker.getTypeAtLocation(node) as ts.TypeReference
  const [ours, theirs] = checker.getTypeArguments(type)
  if (!ours || !theirs) throw new TypeError(`${alias} is no pair`)
  return [ours, theirs]
}

const compare = createCompare(checker, [pairOf('Pair')])

it.each(cases.map((each, index) => [...each, index] as const))(
  '%s where %s is asked for: %s',
  (_ours, _theirs, misfit, index) => {
    expect(compare(...pairOf(`Case${index}`))).toBe(misfit)
  },
)
