import { formatDate } from './format.ts'

/** What a token says; nothing of its signature. */
export interface Claims {
  readonly [name: string]: unknown
}

const isClaims = (value: unknown): value is Claims => typeof value === 'object' && value !== null

/** What a JWT says of its session; undefined for what is none. Nothing is verified. */
export const readClaims = (jwt: string): Claims | undefined => {
  try {
    const [, payload = ''] = jwt.split('.')
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0))
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isClaims(claims) ? claims : undefined
  } catch {
    return undefined
  }
}

const times = new Set(['exp', 'iat', 'nbf'])

/** A claim in words: times as dates, the rest as JSON. */
export const describeClaim = (name: string, value: unknown): string =>
  times.has(name) && typeof value === 'number'
    ? formatDate(value * 1000)
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/** Milliseconds until a token expires, by the clock of the browser; 0 once it has. */
export const remaining = ({ exp }: Claims, now: number): number =>
  typeof exp === 'number' ? Math.max(0, exp * 1000 - now) : 0
