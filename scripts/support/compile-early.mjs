import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import MagicString from 'magic-string'
import { parseAst } from 'vite'

/**
 * A node of a syntax tree.
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {number} start
 * @property {number} end
 * @property {boolean} [async]
 * @property {boolean} [method]
 * @property {string} [kind]
 */

/** @param {unknown} value @returns {value is Node} */
const isNode = value => typeof value === 'object' && value !== null && 'type' in value

/** @param {Node} node that it is a function which an engine compiles early when it is asked to */
const canBeEarly = ({ type, async }) =>
  type === 'FunctionExpression' || (type === 'ArrowFunctionExpression' && !async)

/** @param {Node} node that its function has no text of its own, as `{ name() {} }` */
const isMethod = ({ type, method, kind }) =>
  type === 'MethodDefinition' || (type === 'Property' && (method || kind !== 'init'))

/** @param {Node} node @returns {Generator<Node>} the functions in it, inner ones too */
function* functionsIn(node) {
  for (const child of Object.values(node).flat())
    if (isNode(child)) {
      if (canBeEarly(child) && !isMethod(node)) yield child
      yield* functionsIn(child)
    }
}

/** @param {string} path @param {string} code */
const inParentheses = (path, code) => {
  const text = new MagicString(code)
  for (const { start, end } of functionsIn(parseAst(code, { lang: 'ts' })))
    text.appendLeft(start, '(').appendRight(end, ')')
  const map = text.generateMap({ source: basename(path), includeContent: true, hires: true })
  return `${text}\n//# sourceMappingURL=${map.toUrl()}`
}

/**
 * For esbuild: writes functions in parentheses, by which engines know to compile them while the
 * script is still arriving, on another thread. Those that a page's start calls would be compiled
 * one after the other otherwise, each when it is first called, by the thread that the page waits
 * for. esbuild and Rolldown keep the parentheses.
 *
 * @type {NonNullable<import('tsup').Options['esbuildPlugins']>[number]}
 */
export const compileEarly = {
  name: 'compile-early',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => ({
      contents: inParentheses(path, await readFile(path, 'utf8')),
      loader: 'ts',
    })),
}
