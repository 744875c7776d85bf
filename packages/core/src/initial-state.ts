import { isObject } from './is-object.ts'
import { createInitialState, type State } from './state.ts'

const remedy = 'give what clientele.store.getState() has in this version'

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)

/** @throws TypeError that names the first field whose kind is not that of the template. */
const assertShape = (value: unknown, template: unknown, path: string): void => {
  // Where the template has none, there is one of any kind.
  const isRight =
    template === null ? value !== undefined : value !== null && kindOf(value) === kindOf(template)
  if (!isRight) throw new TypeError(`${path} is missing or not of the right kind: ${remedy}`)
  if (!isObject(template) || !isObject(value) || Array.isArray(template)) return
  for (const [name, part] of Object.entries(template))
    assertShape(value[name], part, `${path}.${name}`)
}

/**
 * A copy of a state that an application gives: its own may be a framework's proxy, and is neither
 * frozen nor kept.
 *
 * @throws TypeError that names the field that is missing or of another kind.
 */
export const copyState = (given: unknown): State => {
  assertShape(given, createInitialState(), 'initialState')
  // as: the shape was just checked, and what tables hold was checked when it came in
  return JSON.parse(JSON.stringify(given)) as State
}
