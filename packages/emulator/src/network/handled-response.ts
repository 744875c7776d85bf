/**
 * An answer and, apart from it, its cookies: a simulated browser hides them from scripts, as a real
 * one does.
 */
export interface HandledResponse {
  readonly response: Response
  /** The `Set-Cookie` headers. */
  readonly setCookies: readonly string[]
}
