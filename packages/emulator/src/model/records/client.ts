export interface ClientRecord {
  /** `client_…` */
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
  /** `null` when none is. */
  lastActiveSessionId: string | null
  /** The strategy that signed in here last. */
  lastAuthenticationStrategy: string | null
  /** Users that signed in here before: this client is no stranger to them. */
  trustedUserIds: string[]
  /** A CAPTCHA challenge was solved. */
  captchaSolved: boolean
  /** The sign-in in progress. */
  signInId: string | null
  /** The sign-up in progress. */
  signUpId: string | null
  /** Epoch milliseconds. */
  cookieExpiresAt: number | null
  /** Origin of the page that spoke last: the `azp` of its tokens. */
  origin: string | null
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds. */
  updatedAt: number
}

export interface DevBrowserRecord {
  id: string
  clientId: string | null
  createdAt: number
}
