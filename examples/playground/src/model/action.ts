/** Something that a page does for a person. */
export interface Action {
  /** As one would write it in code. */
  readonly label: string
  /** Does it. Resolves to what came of it, in a word or two: never to a token. */
  readonly run: () => string | Promise<string>
}
