/** Why members differ or are not there; `*` stands for any letters. */
export interface Reason {
  readonly why: string
  /** `Clerk.open*`, `@clerk/react.SignIn`: the first reason that names a member counts. */
  readonly members: readonly string[]
}
