import type { FirstFactor, SecondFactor } from '../factors.ts'
import type { SignInNext } from '../view/next.ts'

type TypedStrategy =
  | 'password'
  | 'totp'
  | 'backup_code'
  | `${'' | 'reset_password_'}${'email' | 'phone'}_code`

/** A factor that is proven by what somebody types: a password or a code. */
export type TypedFactor = Extract<FirstFactor | SecondFactor, { readonly strategy: TypedStrategy }>

/** What was chosen, and at which step. */
export interface Choice {
  readonly kind: string
  readonly factor: TypedFactor
}

/** Its code is sent when it is asked for. */
export const isSent = ({ strategy }: TypedFactor): boolean => /(email|phone)_code$/.test(strategy)

const isTyped = (factor: FirstFactor | SecondFactor): factor is TypedFactor =>
  /^(password|totp|backup_code|(reset_password_)?(email|phone)_code)$/.test(factor.strategy)

/** Those of a step that are typed. */
const typedFactors = (next: SignInNext): readonly TypedFactor[] =>
  'factors' in next ? [...next.factors].filter(isTyped) : []

/** The same one among those of a step; each answer has objects of its own. */
export const findFactor = (
  next: SignInNext,
  factor: FirstFactor | SecondFactor,
): TypedFactor | undefined => {
  const text = JSON.stringify(factor)
  return typedFactors(next).find(each => JSON.stringify(each) === text)
}

/** The one that was chosen, or else sent, or else needs nothing to be sent. */
export const pickFactor = (
  next: SignInNext | undefined,
  chosen: Choice | undefined,
): TypedFactor | undefined => {
  if (!next || !('factors' in next)) return undefined
  const made = chosen?.kind === next.kind ? findFactor(next, chosen.factor) : undefined
  const find = (name?: string) => typedFactors(next).find(({ strategy }) => strategy === name)
  return made ?? find(next.pending?.strategy) ?? find('password') ?? find('totp')
}
