import { readFile } from 'node:fs/promises'
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml'
import { type Seed, SeedSchema } from '../control/seed/seed.ts'
import { type InputIssue, readInput, WrongInput } from '../lib/input-errors.ts'

/** A seed as it stands in a file. */
export interface SeedFile {
  readonly seed: Seed
  /** An error that names the lines of what is wrong. */
  explain(error: WrongInput): Error
}

const offsetOf = (document: Document, path: readonly PropertyKey[]): number => {
  let offset = 0
  let node: unknown = document.contents
  for (const step of path) {
    const inner = isAlias(node) ? node.resolve(document) : node
    const pair = isMap(inner)
      ? inner.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : null
    const item = isSeq(inner) ? inner.items[Number(step)] : pair?.value
    const named = pair ? pair.key : item
    if (!isNode(named)) break // what is missing is missing in what was found last
    offset = named.range?.[0] ?? offset
    node = item
  }
  return offset
}

const parse = (
  text: string,
  fail: (faults: string) => Error,
): { document: Document; lines: LineCounter } => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) throw fail(`line ${lines.linePos(error.pos[0]).line}: ${error.message}`)
  return { document, lines }
}

/**
 * Reads a seed: YAML, of which JSON is a part.
 *
 * @throws Error that names the lines of what is wrong.
 */
export const readSeedFile = async (path: string): Promise<SeedFile> => {
  const fail = (faults: string, cause?: unknown) =>
    new Error(`The seed ${path} is wrong: ${faults}.`, { cause })
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The seed ${path} cannot be read: ${why}`, { cause })
  })
  const { document, lines } = parse(text, fail)
  const line = ({ path: where, message }: InputIssue) =>
    `line ${lines.linePos(offsetOf(document, where)).line}: ` +
    `${where.map(String).join('.') || 'seed'}: ${message}`
  const explain = (error: WrongInput) => fail(error.issues.map(line).join('; '), error)
  try {
    const seed: unknown = document.toJS() ?? {}
    readInput(SeedSchema, 'seed', seed)
    return { seed: seed as Seed, explain } // as: the schema has just said so
  } catch (error) {
    if (error instanceof WrongInput) throw explain(error)
    throw fail(error instanceof Error ? error.message : String(error), error)
  }
}
