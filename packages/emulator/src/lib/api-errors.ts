import { ApiError, type ApiFault, refuse } from './api-error.ts'

// The documented refusals: status, code and parameter are the contract, the wording
// is ours.

const onParam = (code: string, message: string, name: string, status = 422) =>
  refuse(status, code, message, { param_name: name })

export const resourceNotFound = (what: string, id?: string) =>
  refuse(
    404,
    'resource_not_found',
    id === undefined ? `${what} not found` : `No ${what.toLowerCase()} was found with id ${id}`,
  )

export const signedOut = () => refuse(401, 'signed_out', 'You are signed out')

export const sessionExists = () => refuse(400, 'session_exists', "You're already signed in.")

export const alreadySignedIn = (sessionId: string) =>
  refuse(400, 'identifier_already_signed_in', "You're already signed in", { session_id: sessionId })

export const paramMissing = (name: string, status = 422) =>
  onParam('form_param_missing', `${name} must be included.`, name, status)
export const paramNil = (name: string) =>
  onParam('form_param_nil', `${name} cannot be blank.`, name)
export const paramUnknown = (name: string) =>
  onParam('form_param_unknown', `${name} is not a valid parameter for this request.`, name)
export const paramDuplicate = (name: string) =>
  onParam(
    'form_param_duplicate',
    `${name} is included multiple times. There should only be one.`,
    name,
  )
export const paramFormatInvalid = (name: string, expected: string) =>
  onParam('form_param_format_invalid', `${name} must be ${expected}.`, name)
export const paramTypeInvalid = (name: string, expected: string) =>
  onParam('form_param_type_invalid', `${name} must be ${expected}.`, name)
export const paramValueInvalid = (name: string) =>
  onParam('form_param_value_invalid', `${name} does not match one of the allowed values.`, name)
export const paramTooLong = (name: string, limit: number) =>
  onParam('form_param_max_length_exceeded', `${name} should not exceed ${limit} characters.`, name)
export const paramDisabled = (name: string) =>
  onParam('form_param_value_disabled', `${name} is not enabled for this instance.`, name, 400)

export const identifierNotFound = () =>
  onParam('form_identifier_not_found', "Couldn't find your account.", 'identifier')
export const identifierExists = (name: string) =>
  onParam(
    'form_identifier_exists',
    `That ${name.replace('_', ' ')} is taken. Please try another.`,
    name,
  )
export const identificationClaimed = () =>
  refuse(
    400,
    'identification_claimed',
    'An identifier of this sign up now belongs to another user. Please sign up again.',
  )

export const passwordIncorrect = () =>
  onParam(
    'form_password_incorrect',
    'Password is incorrect. Try again, or use another method.',
    'password',
  )
export const passwordOrIdentifierIncorrect = () =>
  onParam(
    'form_password_or_identifier_incorrect',
    'The password or identifier is incorrect. Try again, or use another method.',
    'password',
  )
export const codeIncorrect = () => onParam('form_code_incorrect', 'Incorrect code', 'code')

export const strategyForUserInvalid = () =>
  refuse(
    400,
    'strategy_for_user_invalid',
    'The verification strategy is not valid for this account',
  )
export const verificationMissing = () =>
  refuse(400, 'verification_missing', 'Verification was not prepared')
export const verificationExpired = () =>
  refuse(400, 'verification_expired', 'The verification has expired. Request a new code.')
export const verificationFailed = () =>
  refuse(
    400,
    'verification_failed',
    'Too many failed attempts. Try again with the same or another method.',
  )
export const alreadyVerified = () =>
  refuse(400, 'verification_already_verified', 'This verification has already been verified.')
export const transferInvalid = () =>
  refuse(400, 'account_transfer_invalid', 'There is no account to transfer')
export const signUpIfMissingNotAllowed = () =>
  onParam(
    'sign_up_if_missing_not_allowed',
    'Signing up by signing in is not enabled.',
    'sign_up_if_missing',
  )
export const olderAttempt = (what: string) =>
  refuse(403, 'resource_forbidden', `You cannot act on an older ${what}. Start again.`)
export const linkInvalid = () =>
  refuse(400, 'verification_link_token_invalid', 'This link is not valid.')
export const noSecondFactors = () =>
  refuse(400, 'no_second_factors', 'This account has no second factor.')
export const strategyInvalid = () =>
  refuse(400, 'verification_strategy_invalid', 'The verification strategy is not valid here.')
export const noPasswordReset = () =>
  refuse(
    400,
    'client_state_invalid',
    'A password is set only after the code to reset it was given.',
  )
export const signatureIncorrect = () =>
  onParam('form_incorrect_signature', 'The signature is not right.', 'signature')
export const passkeyIncorrect = () =>
  onParam(
    'form_param_value_invalid',
    'This passkey does not prove an account here.',
    'public_key_credential',
  )
export const authorizationInvalid = () =>
  refuse(
    403,
    'authorization_invalid',
    'This answer of a provider does not belong to an attempt of this browser.',
  )

export const ticketInvalid = () => refuse(400, 'ticket_invalid_code', 'The ticket is not valid.')
export const ticketExpired = () => refuse(400, 'ticket_expired_code', 'The ticket has expired.')
export const ticketRevoked = () =>
  refuse(400, 'sign_in_token_revoked_code', 'The ticket was revoked.')
export const ticketUsed = () =>
  refuse(400, 'sign_in_token_already_used_code', 'The ticket was used already.')
export const ticketCannotSignUp = () =>
  refuse(
    400,
    'sign_in_token_cannot_be_used_code',
    'This ticket signs in and cannot be used to sign up.',
  )

export const captchaMissing = () =>
  refuse(400, 'captcha_missing_token', 'A CAPTCHA token is required.')
export const captchaInvalid = () => refuse(400, 'captcha_invalid', 'The CAPTCHA was not solved.')
export const captchaRequired = () => refuse(401, 'requires_captcha', 'Solve a CAPTCHA first.')

/** @param seconds until the user is unlocked. */
export const userLocked = (seconds: number) =>
  refuse(
    403,
    'user_locked',
    `This account is locked. Try again in ${Math.ceil(seconds / 60)} minutes.`,
    {
      lockout_expires_in_seconds: seconds,
    },
  )
/** @param left tries until the user is locked. */
export const lockoutWarning = (left: number): ApiFault => ({
  code: 'account_lockout_warning',
  message: `After ${left} more wrong tries this account will be locked.`,
})

// What went wrong at a provider: told in a verification and not as an answer.
export const accessDenied = (): ApiFault => ({
  code: 'oauth_access_denied',
  message: 'You did not let the provider say who you are.',
})
export const providerFailed = (): ApiFault => ({
  code: 'external_account_error',
  message: 'The provider failed.',
})
export const externalAccountNotFound = (): ApiFault => ({
  code: 'external_account_not_found',
  message: 'The external account was not found.',
})
export const externalAccountExists = (): ApiFault => ({
  code: 'external_account_exists',
  message: 'This external account already belongs to a user.',
})

export const passwordIncorrectIn = (name: string) =>
  onParam(
    'form_password_incorrect',
    'Password is incorrect. Try again, or use another method.',
    name,
  )
export const noPasswordSet = () => refuse(400, 'no_password_set', 'This user has no password.')
export const passwordRequired = () =>
  refuse(400, 'password_required', 'This instance requires a password: it cannot be removed.')
export const resourceMissing = (name: string) =>
  onParam('form_resource_not_found', `What ${name} names was not found.`, name)
export const lastIdentification = () =>
  refuse(400, 'identification_deletion_failed', 'You cannot delete your last identification.')
export const featureNotEnabled = () =>
  refuse(403, 'feature_not_enabled', 'This feature is not enabled on this instance.')
export const totpAlreadyEnabled = () =>
  refuse(400, 'totp_already_enabled', 'TOTP is already enabled on your account.')
export const backupCodesNotAvailable = () =>
  refuse(400, 'backup_codes_not_available', 'Backup codes need another second factor beside them.')
export const cannotRevoke = (id: string) =>
  refuse(400, 'invalid_action_for_session', `Unable to revoke session ${id}: it is over.`)
/** @param ms how old the last proof of who is there may be. */
export const reverificationRequired = (ms: number) =>
  refuse(
    403,
    'session_reverification_required',
    'You need to provide additional verification to perform this operation.',
    { reverification: { level: 'second_factor', after_minutes: ms / 60_000 } },
  )
export const reverificationMissing = () =>
  refuse(400, 'session_reverification_missing', 'No reverification of this session was started.')
export const reverificationStepInvalid = () =>
  refuse(
    400,
    'invalid_action_for_session_reverification',
    'The reverification of this session is at another step.',
  )
export const deleteSelfNotEnabled = () =>
  refuse(403, 'user_delete_self_not_enabled', 'Users may not delete themselves on this instance.')

export const organizationCreationNotEnabled = () =>
  refuse(
    403,
    'organization_creation_not_enabled',
    'Users may not create organizations on this instance.',
  )
export const slugTaken = () =>
  onParam('form_identifier_exists', 'That slug is taken. Please try another.', 'slug')
export const notPending = (what: string, status: string) =>
  onParam('form_param_value_invalid', `This ${what} is ${status} and cannot be accepted.`, 'status')

export const organizationNotFound = () =>
  refuse(
    404,
    'organization_not_found_or_unauthorized',
    "Given organization not found, or you don't have permission to access the organization.",
  )

export const domainInvalid = () =>
  refuse(
    400,
    'malformed_request_parameters',
    'link_domain must be a host such as clerk.example.test.',
  )
/** @param domain the host that asks for a client. */
export const domainUnknown = (domain: string) =>
  refuse(
    403,
    'satellite_domain_unknown',
    `${domain} is no satellite domain of this instance: the setting satelliteDomains has them.`,
  )
export const originInvalid = (origin: string) =>
  refuse(400, 'origin_invalid', `The origin ${origin} may not call this instance.`)
export const syncTokenInvalid = () =>
  refuse(
    400,
    'malformed_request_parameters',
    '__clerk_token is not one, or is too old: begin at /v1/client/sync.',
  )

export const userBanned = () => refuse(403, 'user_banned', 'This account has been banned.')

/** @param seconds until a code may be sent again. */
export const codeSentRecently = (seconds: number) =>
  new ApiError(
    429,
    [
      {
        code: 'verification_code_too_many_requests',
        message: `A code was just sent. Try again in ${seconds} seconds.`,
      },
    ],
    { 'Retry-After': String(seconds) },
  )

/** @param seconds until the next is answered. */
export const tooManyRequests = (seconds: number) =>
  new ApiError(
    429,
    [
      {
        code: 'too_many_requests',
        message: `Too many requests. Try again in ${seconds} seconds.`,
        meta: { resets_in: seconds },
      },
    ],
    { 'Retry-After': String(seconds) },
  )

export const methodNotAllowed = (allowed: readonly string[]) =>
  new ApiError(
    405,
    [{ code: 'method_not_allowed', message: `Allowed here: ${allowed.join(', ')}.` }],
    {
      Allow: allowed.join(', '),
    },
  )
export const notImplemented = (operation: string) =>
  refuse(501, 'emulator_not_implemented', `This emulator does not implement ${operation} yet.`)
export const devBrowserUnauthenticated = () =>
  refuse(
    401,
    'dev_browser_unauthenticated',
    'Unable to authenticate this browser for your development instance.',
  )
