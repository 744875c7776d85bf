import type { Open } from './records.ts'
import type { OAuthStrategy, Web3Strategy } from './strategies.ts'

/** What a sign-in may begin with. */
export type SignInIdentifier = Open<
  'emailAddress' | 'phoneNumber' | 'username' | 'web3Wallet' | 'passkey'
>

/** What a sign-up may ask for, as its parameters are called; a provider or wallet by strategy. */
export type SignUpField = Open<
  | 'emailAddress'
  | 'phoneNumber'
  | 'emailAddressOrPhoneNumber'
  | 'web3Wallet'
  | 'externalAccount'
  | 'username'
  | 'password'
  | 'firstName'
  | 'lastName'
  | 'legalAccepted'
  | 'ticket'
  | OAuthStrategy
  | Web3Strategy
>

/** What an error of a form may be about. */
export type FormField = SignUpField | 'identifier' | 'code' | 'strategy' | 'signature' | 'token'

/** The name that parameters have for a field of the wire; a strategy keeps its own. */
export const toFieldName = (wire: string): string =>
  /^oauth_|_(signature|sso)$/.test(wire)
    ? wire
    : wire.replace(/([a-z0-9])_([a-z0-9])/g, (_, last, next) => last + next.toUpperCase())

export const toFieldNames = (wire: readonly string[]): readonly string[] =>
  Object.freeze(wire.map(toFieldName))
