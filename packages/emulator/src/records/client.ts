export interface ClientRecord {
  id: string
  rotatingToken: string
  /** Earlier rotating tokens and until when each is still accepted. */
  superseded: { token: string; until: number }[]
  /** Accepted once instead of a rotating token, after a redirect flow in another browser. */
  rotatingTokenNonce: string | null
  /** In order of creation. */
  sessionIds: string[]
  /** The same ids, the most recently used last. */
  recentSessionIds: string[]
  lastActiveSessionId: string | null
  lastAuthenticationStrategy: string | null
  /** Users that signed in here before: this client is no stranger to them. */
  trustedUserIds: string[]
  captchaSolved: boolean
  signInId: string | null
  signUpId: string | null
  cookieExpiresAt: number | null
  /** Origin of the page that spoke last: the `azp` of its tokens. */
  origin: string | null
  createdAt: number
  updatedAt: number
}

export interface DevBrowserRecord {
  id: string
  clientId: string | null
  createdAt: number
}
