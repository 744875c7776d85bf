import { isObject } from '../../is-object.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => isObject(value) && !Array.isArray(value)

/**
 * The JSON merge patch (RFC 7396) that makes `next` of `before`; `undefined` when they are the
 * same. In a patch, `null` removes a name, so a `null` in `next` does too.
 */
export const toMergePatch = (before: Fields, next: Fields): Fields | undefined => {
  const names = new Set([...Object.keys(before), ...Object.keys(next)])
  const changes = [...names].flatMap(name => {
    const [old, value] = [before[name] ?? null, next[name] ?? null]
    const change = isFields(old) && isFields(value) ? toMergePatch(old, value) : value
    const isSame = change === undefined || JSON.stringify(old) === JSON.stringify(value)
    return isSame ? [] : [[name, change] as const]
  })
  return changes.length > 0 ? Object.fromEntries(changes) : undefined
}
