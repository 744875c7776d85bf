/** What a token says. Of our own, since declarations in CommonJS cannot name those of a module. */
export interface Claims {
  [name: string]: unknown
  iss?: string
  sub?: string
  aud?: string | string[]
  jti?: string
  /** Seconds since 1970, as the other two. */
  nbf?: number
  exp?: number
  iat?: number
}
