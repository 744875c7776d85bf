/** What a command has of the process that it runs in. */
export interface Terminal {
  /** Writes to the standard output. */
  readonly out: (text: string) => void
  /** Writes to the standard error. */
  readonly error: (text: string) => void
  /** Resolves once somebody asks for an end: Ctrl-C, or SIGTERM. */
  readonly stopped: () => Promise<void>
}
