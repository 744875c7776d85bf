import type { Document, Schema } from './description.ts'

/** A field that answers have and the description lacks, or describes otherwise. */
export interface FieldDifference {
  /** The keys that lead to the object's schema in the document. */
  readonly at: readonly string[]
  readonly field: string
  readonly schema: Schema
  readonly why: string
}

const ofSchema = (name: string) => ['components', 'schemas', name]
const ofAnswer = (path: string) => [
  'paths',
  path,
  'post',
  'responses',
  '200',
  'content',
  'application/json',
  'schema',
]
const text: Schema = { type: 'string' }
const devBrowser = {
  at: ofAnswer('/v1/dev_browser'),
  why: 'Not described at all; the SDK reads the id.',
}
const token: Schema = { type: 'string', enum: ['token'] }

const notBegun = {
  field: 'strategy',
  schema: { ...text, nullable: true },
  why: 'Of a sign-up that was asked to verify nothing yet: Clerk’s forms take a strategy for one under way.',
}

/**
 * Where the SDK and the description disagree, the emulator goes with the SDK. Each entry must be in
 * use: a test looks.
 */
export const fieldDifferences: readonly FieldDifference[] = [
  {
    at: ofSchema('Client.User'),
    field: 'enterprise_accounts',
    schema: { type: 'array', items: { type: 'object' } },
    why: 'The SDK reads the accounts at companies by this name; the description still has `saml_accounts`.',
  },
  {
    at: ofSchema('Client.SignUp'),
    field: 'has_password',
    schema: { type: 'boolean' },
    why: 'The SDK reads this name, the description has `password_enabled`: both are sent.',
  },
  {
    at: ofSchema('Client.SignUp'),
    field: 'locale',
    schema: { ...text, nullable: true },
    why: 'The SDK sends it with a sign-up and reads it back.',
  },
  { at: ofSchema('Stubs.Verification.OTP'), ...notBegun },
  { at: ofSchema('Stubs.Verification.Web3Signature'), ...notBegun },
  {
    at: ofSchema('Client.OrganizationSettings'),
    field: 'force_organization_selection',
    schema: { type: 'boolean' },
    why: 'The SDK reads it to know whether there is a personal account.',
  },
  {
    at: ofSchema('Client.SessionBase'),
    field: 'tasks',
    schema: {
      type: 'array',
      nullable: true,
      items: { $ref: '#/components/schemas/Client.SessionTask' },
    },
    why: 'One answer is described with sessions of an earlier version; the SDK reads every session alike.',
  },
  {
    at: ofSchema('Client.SessionReverification'),
    field: 'session',
    schema: { $ref: '#/components/schemas/Client.Session-2' },
    why: 'The SDK makes a whole session of it, with its user.',
  },
  {
    at: ofSchema('EnterpriseConnectionResponse'),
    field: 'authenticatable',
    schema: { type: 'boolean' },
    why: 'It is required, and not described.',
  },
  {
    at: ofAnswer('/v1/client/sessions/{session_id}/tokens'),
    field: 'object',
    schema: token,
    why: 'A token is described with it everywhere else.',
  },
  {
    at: ofAnswer('/v1/client/sessions/{session_id}/tokens/{template_name}'),
    field: 'object',
    schema: token,
    why: 'A token is described with it everywhere else.',
  },
  { ...devBrowser, field: 'object', schema: { type: 'string', enum: ['dev_browser'] } },
  { ...devBrowser, field: 'id', schema: text },
  { ...devBrowser, field: 'created_at', schema: { type: 'integer' } },
]

const unknownAttempt = 'An attempt that is unknown is 404, as it is when it is read.'
const unknownField = 'A field that is unknown is refused, as everywhere else.'
const limit = 'Who asks too often is refused; described for first factors.'
const noMember = 'Who is no member is told 404, as in the rest of an organization.'
const captcha = 'The SDK solves a CAPTCHA and asks again when it is told so.'

/**
 * Statuses that operations answer and the description does not list. Each entry must be in use,
 * too.
 */
export const statusDifferences: readonly {
  readonly operation: string
  readonly status: number
  readonly why: string
}[] = [
  { operation: 'POST /v1/client', status: 422, why: unknownField },
  { operation: 'PUT /v1/client', status: 422, why: unknownField },
  {
    operation: 'POST /v1/oauth_callback',
    status: 403,
    why: 'Described for the GET, and no different.',
  },
  { operation: 'PATCH /v1/environment', status: 422, why: unknownField },
  { operation: 'POST /v1/client/sign_ins', status: 401, why: captcha },
  { operation: 'POST /v1/client/sign_ups', status: 401, why: captcha },
  { operation: 'POST /v1/client/sign_ins', status: 429, why: limit },
  { operation: 'POST /v1/client/sign_ups', status: 429, why: limit },
  {
    operation: 'POST /v1/client/sign_ins/{sign_in_id}/attempt_second_factor',
    status: 429,
    why: limit,
  },
  {
    operation: 'POST /v1/client/sign_ins/{sign_in_id}/prepare_second_factor',
    status: 404,
    why: unknownAttempt,
  },
  {
    operation: 'POST /v1/client/sign_ins/{sign_in_id}/attempt_second_factor',
    status: 404,
    why: unknownAttempt,
  },
  {
    operation: 'POST /v1/client/sign_ins/{sign_in_id}/reset_password',
    status: 404,
    why: unknownAttempt,
  },
  {
    operation: 'POST /v1/client/sign_ups/{sign_up_id}/prepare_verification',
    status: 404,
    why: unknownAttempt,
  },
  {
    operation: 'POST /v1/client/sign_ups/{sign_up_id}/attempt_verification',
    status: 404,
    why: unknownAttempt,
  },
  {
    operation: 'POST /v1/me/email_addresses/{email_id}/prepare_verification',
    status: 429,
    why: 'A code is not sent twice in a moment; described for phone numbers.',
  },
  {
    operation: 'POST /v1/me/email_addresses/{email_id}/prepare_verification',
    status: 400,
    why: 'What is verified already is 400; described for phone numbers.',
  },
  {
    operation: 'POST /v1/me/phone_numbers/{phone_number_id}/prepare_verification',
    status: 422,
    why: 'A field that is missing or wrong is 422; described for email addresses.',
  },
  {
    operation: 'POST /v1/me/web3_wallets/{web3_wallet_id}/prepare_verification',
    status: 400,
    why: 'What is verified already is 400; described for phone numbers.',
  },
  {
    operation: 'PATCH /v1/me/phone_numbers/{phone_number_id}',
    status: 422,
    why: 'A field that is wrong is 422, as everywhere else.',
  },
  ...['GET /api_keys', 'PATCH /api_keys/{apiKeyID}'].map(operation => ({
    operation,
    status: 401,
    why: 'The token of a session that is over is refused, as everywhere else.',
  })),
  ...['domains', 'invitations/pending', 'membership_requests', 'memberships', 'roles'].map(
    path => ({
      operation: `GET /v1/organizations/{organization_id}/${path}`,
      status: 404,
      why: noMember,
    }),
  ),
]

/** Operations that the description lacks. */
export const beyond: Readonly<Record<string, string>> = {
  'GET /v1/client/touch': 'The SDK navigates here before its cookie runs out.',
  'POST /v1/client/verify': 'The SDK hands in the token of a CAPTCHA here.',
  'PATCH /v1/client/sign_ins/{sign_in_id}/protect_check':
    'Nothing is checked: the attempt as it is.',
  'PATCH /v1/client/sign_ups/{sign_up_id}/protect_check':
    'Nothing is checked: the attempt as it is.',
  'GET /v1/client/sign_ups/{sign_up_id}/enterprise_connections': 'An empty list.',
  'PATCH /v1/dev_tools/enable_environment_setting':
    'The settings of the emulator stay as they are.',
  'GET /v1/me/biometric_credentials': 'An empty list; none can be added.',
  'POST /v1/me/oauth/device/lookup': 'There is no such authorization, and so for `device`.',
  'GET /v1/organizations/{organization_id}/sso_bypass_allowlist_users':
    'An empty list; nobody can be added.',
}

const withField = (
  node: unknown,
  [key, ...rest]: readonly string[],
  change: FieldDifference,
): unknown => {
  const parent = { ...(typeof node === 'object' ? node : {}) }
  if (key !== undefined)
    return { ...parent, [key]: withField(Reflect.get(parent, key), rest, change) }
  const { properties = {} } = parent as Schema // as: `at` leads to a schema
  return { ...parent, properties: { ...properties, [change.field]: change.schema } }
}

/** The document with these differences in it. */
export const withDifferences = (
  document: Document,
  differences: readonly FieldDifference[],
): Document =>
  differences.reduce(
    (changed, difference) => withField(changed, difference.at, difference) as Document,
    document,
  ) // as: the same document, with one field more
