/** The part of the vendor's SDK that is driven here. */
export interface VendorClerk {
  readonly loaded: boolean
  readonly client?: { reload(): Promise<unknown> } | undefined
  readonly user?: { reload(): Promise<unknown> } | null | undefined
  readonly session?:
    | { touch(): Promise<unknown>; getToken(options: { skipCache: boolean }): Promise<unknown> }
    | null
    | undefined
}

/** What one library is asked to do. */
export interface Acts {
  reload(): Promise<unknown>
  /** Reads the active user again; the vendor's reload of a client tells its hooks nothing. */
  reloadUser(): Promise<unknown>
  touch(): Promise<unknown>
  refreshToken(): Promise<unknown>
}
