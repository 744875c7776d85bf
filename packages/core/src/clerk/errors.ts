import { type ClienteleError, isClienteleError } from '../errors.ts'

/** One entry of an error answer, as Clerk's code reads it. */
export interface ClerkAPIError {
  /** The API's: `form_password_incorrect`; or the store's, such as `network_error`. */
  code: string
  /** For developers, in English. */
  message: string
  /** For users, in English. */
  longMessage?: string
  /** What it is about; `paramName` is in the API's spelling: `email_address`. */
  meta?: {
    paramName?: string
    sessionId?: string
    emailAddresses?: string[]
    [name: string]: unknown
  }
}

/** An error of any kind, as methods of the modern generation give it. */
export type ClerkError = Pick<ClienteleError, 'code' | 'message' | 'name' | 'stack' | 'cause'> & {
  longMessage?: string
}

/** A refusal of the Frontend API, with its reasons in `errors`. */
export interface ClerkAPIResponseError extends ClerkError {
  /** HTTP status. */
  status: number
  /** In the API's order; the first one gives the error its `code`. */
  errors: ClerkAPIError[]
  /** Seconds until it may be tried again. */
  retryAfter?: number
  /** Names the request to Clerk's support. */
  clerkTraceId?: string
}

/** An error that no answer of the API brought: the network, a deadline, wrong data. */
export interface ClerkRuntimeError extends ClerkError {
  /** The store's: `network_error`, `timeout`, `session_not_found` and the like. */
  code: string
}

/** True for a refusal of the API: `error.errors` says why, field by field. */
export const isClerkAPIResponseError = (error: unknown): error is ClerkAPIResponseError =>
  isClienteleError(error) && error.errors.length > 0

/** True for an error of the store that is no refusal of the API, such as `network_error`. */
export const isClerkRuntimeError = (error: unknown): error is ClerkRuntimeError =>
  isClienteleError(error) && error.errors.length === 0

/** True for any error that this package throws. */
export const isKnownError = (error: unknown): error is ClerkError => isClienteleError(error)

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  isClienteleError(error) && codes.includes(error.code)

/** True when too many attempts have locked the user. */
export const isUserLockedError = (error: unknown): boolean => hasCode(error, 'user_locked')

/** True when the person gave up proving who they are. */
export const isReverificationCancelledError = (error: unknown): boolean =>
  hasCode(error, 'reverification_cancelled')

/** Why a link of an e-mail could not be used: the `code` of such an error. */
export const EmailLinkErrorCodeStatus = {
  Expired: 'expired',
  Failed: 'failed',
  ClientMismatch: 'client_mismatch',
} as const

/** True when a link of an e-mail could not be used. */
export const isEmailLinkError = (error: unknown): error is ClerkError =>
  hasCode(error, ...Object.values(EmailLinkErrorCodeStatus))
