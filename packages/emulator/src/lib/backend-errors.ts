import { refuse } from './api-error.ts'

// The refusals of the Backend API that the Frontend API has not.

export const backendKeyMissing = () =>
  refuse(
    401,
    'authorization_header_format_invalid',
    'The Authorization header must be Bearer and the secret key of this instance.',
  )
export const backendKeyInvalid = () =>
  refuse(401, 'clerk_key_invalid', 'The secret key is not that of this instance.')
export const backendKeyLive = () =>
  refuse(
    401,
    'clerk_key_invalid',
    'An emulator takes no live secret key: use the one that begins with sk_test_.',
  )
/** @param fields what a user has to have here. */
export const dataMissing = (fields: readonly string[]) =>
  refuse(
    422,
    'form_data_missing',
    `${fields.join(', ')}: what this instance requires of a user is missing.`,
    { param_names: fields },
  )
export const duplicateRecord = (message: string) => refuse(400, 'duplicate_record', message)
export const actionInvalid = (what: string, status: string) =>
  refuse(400, 'invalid_action', `This ${what} is ${status}: it cannot be changed any more.`)
export const sessionTokenInvalid = () =>
  refuse(400, 'token_invalid', 'The token is not one of a session, or is no longer valid.')
export const jwtTemplateOfSettings = () =>
  refuse(
    403,
    'resource_forbidden',
    'This template stands in the setting jwtTemplates: change it there.',
  )
export const nameTaken = () =>
  refuse(422, 'form_identifier_exists', 'That name is taken. Please try another.', {
    param_name: 'name',
  })
export const accessNotAllowed = (identifier: string) =>
  refuse(403, 'not_allowed_access', `${identifier} is not allowed to access this application.`)
export const ownDomain = () =>
  refuse(403, 'operation_not_allowed', 'The domain of the instance itself stays as it is.')

/** A machine may call that machine already. */
export const scopeExists = () =>
  refuse(409, 'machine_scope_already_exists', 'The machine has this scope already.')

/** @param most how many scopes a machine can have. */
export const tooManyScopes = (most: number) =>
  refuse(422, 'machine_scopes_limit_exceeded', `A machine has at most ${most} scopes.`)
