/** A request on its way out; a mode may add to it. */
export interface Outgoing {
  readonly query: Record<string, string>
  readonly headers: Record<string, string>
  credentials: RequestCredentials
}

/** How this client proves to the Frontend API which client it is. */
export interface Mode {
  /** The credential changes with every answer, so requests must not overlap. */
  readonly rotates: boolean
  /** Puts the credential on a request; gives back what `adopt` needs to know of it. */
  attach(request: Outgoing): Promise<string | null>
  /** Takes over a new credential from any answer, errors included. `sent` is what `attach` gave. */
  adopt(headers: Headers, sent: string | null): Promise<void>
  /**
   * Forgets a refused credential, or says in another way that there is none. @returns true when the
   * request is worth repeating.
   */
  renew?(sent: string | null): Promise<boolean>
}
