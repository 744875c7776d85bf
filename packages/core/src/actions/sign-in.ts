import type { FactorRecord } from '../records.ts'
import type { AttemptActions } from './action-table.ts'

/** Without a strategy the server decides what comes next from what was given. */
export interface SignInCreateParams {
  readonly strategy?: string
  readonly identifier?: string
  readonly password?: string
  readonly ticket?: string
  /** Of a provider that signs its tokens: `google_one_tap`, `oauth_token_…`. */
  readonly token?: string
  readonly code?: string
  /** Continues a sign-up whose account already exists. */
  readonly transfer?: boolean
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
  readonly oidcPrompt?: string
  readonly oidcLoginHint?: string
  readonly enterpriseConnectionId?: string
  readonly signUpIfMissing?: boolean
  /** BCP 47 tag for messages that the server sends. */
  readonly locale?: string
}

/**
 * A factor as `supportedFirstFactors` has it, or as much of one as the strategy needs; a link needs
 * to know where to lead.
 */
export interface PrepareFirstFactorParams extends FactorRecord {
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
}

/** `strategy` and its proof. */
export interface AttemptFirstFactorParams {
  readonly strategy: string
  readonly code?: string
  readonly password?: string
  /** Of a wallet, over the message in the verification. */
  readonly signature?: string
  /** Of a passkey, as JSON text. */
  readonly publicKeyCredential?: string
}

/** A factor as `supportedSecondFactors` has it, or as much of one as the strategy needs. */
export interface PrepareSecondFactorParams extends FactorRecord {
  readonly redirectUrl?: string
}

/** `phone_code`, `email_code`, `totp` or `backup_code`, and the code. */
export interface AttemptSecondFactorParams {
  readonly strategy: string
  readonly code: string
}

export interface ResetPasswordParams {
  readonly password: string
  readonly signOutOfOtherSessions?: boolean
}

/**
 * What a sign-in can do, and in which statuses: views, forms and the chart derive from it. Without
 * spreads, which bundlers take for effects: a form for signing up would bring this table along.
 */
export const signInActions = {
  create: { type: 'create', from: 'any' },
  prepareFirstFactor: { type: 'prepare', from: 'first' },
  attemptFirstFactor: { type: 'act', from: 'first' },
  prepareSecondFactor: { type: 'prepare', from: 'second' },
  attemptSecondFactor: { type: 'act', from: 'second' },
  resetPassword: { type: 'act', from: 'reset' },
  reload: { type: 'reload', from: 'readable' },
  authenticateWithRedirect: { type: 'redirect' },
} as const satisfies AttemptActions
