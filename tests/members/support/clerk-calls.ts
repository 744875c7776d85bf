import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One call that the published bundle makes: its path with `x` for what is filled in. */
export interface ClerkCall {
  /** `null` where the bundle does not say it beside the path. */
  readonly method: string | null
  readonly path: string
}

const roots = 'me|organizations|client|waitlist|api_keys|environment|dev_browser|dev_tools|billing'
const literal = new RegExp(
  `["\`]((?:\\$\\{[^}]+\\})?/(?:${roots}|[a-z_]+)(?:/[^"\`\\s]*)?)["\`]`,
  'g',
)
const isCall = new RegExp(`^/(?:${roots})(?:/|$)`)

const bundle = (): string => {
  const folder = dirname(createRequire(import.meta.url).resolve('@clerk/clerk-js'))
  return readFileSync(join(folder, 'clerk.no-rhc.mjs'), 'utf8')
}

/** The path of a resource by the class that it is written in; a user and a client have no id in it. */
const ownPath = (source: string, index: number): string | null => {
  const before = source.slice(Math.max(0, index - 20_000), index)
  const root = /pathRoot="([^"]+)"/.exec(before.slice(before.lastIndexOf('class ')))?.[1]
  if (root === undefined) return null
  return ['/me', '/client'].includes(root) ? root : `${root}/x`
}

/** What stands for the first part of a path: a constant, a getter, or the path of a user. */
const resolve = (source: string, expression: string, index: number): string | null => {
  if (expression === 'this.path()') return ownPath(source, index)
  const name = expression.replace(/^this\./, '').replace(/[$#]/g, '\\$&')
  const constant = new RegExp(`[ ,;{]${name}=["\`](/[^"\`]+)["\`]`).exec(source)
  const getter = new RegExp(`get ${name}\\(\\)\\{return["\`](/[^"\`]+)["\`]`).exec(source)
  return constant?.[1] ?? getter?.[1] ?? null
}

const fillIn = (path: string): string => path.replace(/\$\{[^}]+\}/g, 'x').replace(/\/$/, '')

const expand = (source: string, text: string, index: number): string | null => {
  const [, expression, rest = ''] = /^\$\{([^}]+)\}(.*)$/.exec(text) ?? []
  if (expression === undefined) return fillIn(text)
  const start = resolve(source, expression, index)
  return start === null ? null : fillIn(start + rest)
}

const methodAt = (source: string, start: number, end: number): string | null => {
  const before = /(?:_base(Get|Post|Put|Patch|Delete)|method:"([A-Z]+)",?)[^;]{0,30}$/.exec(
    source.slice(Math.max(0, start - 60), start),
  )
  const after = /^,method:"([A-Z]+)"/.exec(source.slice(end, end + 60))
  return (after?.[1] ?? before?.[1] ?? before?.[2])?.toUpperCase() ?? null
}

// `_basePost({ action: 'end' })` of a resource is its own path and the action.
const actionCalls = (source: string): ClerkCall[] =>
  [...source.matchAll(/_base(Post|Patch|Put|Delete)\w*\(\{action:"(\w+)"/g)].flatMap(found => {
    const path = ownPath(source, found.index)
    return path ? [{ method: found[1]?.toUpperCase() ?? null, path: `${path}/${found[2]}` }] : []
  })

const appendedCalls = (source: string): ClerkCall[] =>
  [...source.matchAll(/path:this\.path\(\)\+"(\/[a-z_/]+)"/g)].flatMap(found => {
    const path = ownPath(source, found.index)
    return path ? [{ method: null, path: `${path}${fillIn(found[1] ?? '')}` }] : []
  })

// Billing has one function that puts its paths under a user or an organization.
const billingCalls = (source: string): ClerkCall[] =>
  [...source.matchAll(/path:\w+\.path\(["`](\/[^"`]+)["`]/g)].flatMap(found =>
    ['/me', '/organizations/x'].map(owner => ({
      method: null,
      path: `${owner}/billing${fillIn(found[1] ?? '')}`,
    })),
  )

/**
 * The calls of the published @clerk/clerk-js, found in its built file by how paths are written
 * there.
 */
export const clerkCalls = (): ClerkCall[] => {
  const source = bundle()
  const calls = [...source.matchAll(literal)].flatMap(found => {
    const path = expand(source, found[1] ?? '', found.index)
    const end = found.index + found[0].length
    // the beginning of the paths of billing, and no call
    return path !== null && isCall.test(path) && path !== '/billing'
      ? [{ method: methodAt(source, found.index, end), path }]
      : []
  })
  const all = [...calls, ...appendedCalls(source), ...billingCalls(source), ...actionCalls(source)]
  const byName = new Map(all.map(call => [`${call.method ?? '?'} ${call.path}`, call]))
  return [...byName.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, call]) => call)
}
