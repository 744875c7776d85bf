import { z } from 'zod'

/**
 * Levels of JSON that somebody may choose freely. Whatever reads, copies or writes it goes one call
 * deeper with each, and there is an end to that.
 */
export const maxDepth = 100

const unwritable = new Set(['bigint', 'function', 'symbol'])

/** Whether a value can be written as JSON and is not nested too deeply: a cycle is. */
export const isFreeJson = (value: unknown): boolean => {
  const open: [unknown, number][] = [[value, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [found, depth] = next
    if (unwritable.has(typeof found)) return false
    if (typeof found !== 'object' || found === null) continue
    if (depth > maxDepth) return false
    for (const inner of Object.values(found)) open.push([inner, depth + 1])
  }
  return true
}

const expected = `must be JSON, nested in at most ${maxDepth} levels`

// Not zod's own: its lowest version that is allowed has no such type.
type FreeJson = string | number | boolean | null | FreeJson[] | { [name: string]: FreeJson }

/** Any JSON. */
export const freeJson = z.custom<FreeJson>(isFreeJson, expected)

/** A JSON object with any content. */
export const freeRecord = z.record(z.string(), z.unknown()).refine(isFreeJson, expected)

// Deep enough to say which field it is, and not so deep that reading it takes long.
const maxTextDepth = 10_000

const stepOf = (character: string | undefined): number => {
  if (character === '[' || character === '{') return 1
  return character === ']' || character === '}' ? -1 : 0
}

/** Whether a text of JSON is nested so deeply that it had better not be read at all. */
export const isBottomless = (text: string): boolean => {
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length && depth <= maxTextDepth; at++) {
    const character = text[at]
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted) depth += stepOf(character)
    else if (character === '\\') at += 1 // what it escapes ends no text
  }
  return depth > maxTextDepth
}
