/**
 * What a session token says. Only the middle part of it is read: nothing is verified, and nothing
 * is kept.
 */
export type Claims = Readonly<Record<string, unknown>>

const decode = (part: string): unknown => {
  const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), char =>
    char.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** The claims of a JWT; `undefined` when it is none. */
export const readClaims = (jwt: string): Claims | undefined => {
  try {
    const claims = decode(jwt.split('.')[1] ?? '')
    // as: a JSON object
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : undefined
  } catch {
    return undefined
  }
}

/** A claim in seconds since the epoch, as milliseconds. */
export const timeClaim = (claims: Claims, name: string): number | undefined => {
  const value = claims[name]
  return typeof value === 'number' ? value * 1000 : undefined
}
