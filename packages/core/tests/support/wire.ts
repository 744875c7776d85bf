// JSON as the Frontend API sends it, smallest accepted form, for tests that need no
// state machine.

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An unsigned session token; nothing here checks signatures. Times are epoch seconds. */
export const jwtOf = (
  sid: string,
  iat: number,
  { exp = iat + 60, oiat = iat, ...claims }: Record<string, unknown> = {},
) =>
  `${encode({ alg: 'RS256', typ: 'JWT', oiat })}.${encode({ sid, sub: 'user_1', iat, exp, ...claims })}.signature`

export const userJson = (id: string, over: object = {}) => ({
  object: 'user',
  id,
  first_name: 'Ada',
  last_name: 'Lovelace',
  primary_email_address_id: 'idn_1',
  email_addresses: [
    {
      id: 'idn_1',
      object: 'email_address',
      email_address: `${id}@example.com`,
      verification: { status: 'verified' },
    },
  ],
  public_metadata: { snake_key: { inner_key: 1 } },
  created_at: 1_700_000_000_000,
  updated_at: 1_700_000_000_000,
  ...over,
})

export const sessionJson = (id: string, over: object = {}) => ({
  object: 'session',
  id,
  status: 'active',
  expire_at: 1_900_000_000_000,
  abandon_at: 1_900_000_000_000,
  last_active_at: 1_700_000_000_000,
  last_active_organization_id: null,
  actor: null,
  tasks: null,
  factor_verification_age: [0, -1],
  user: userJson('user_1'),
  public_user_data: {
    first_name: null,
    last_name: null,
    image_url: '',
    has_image: false,
    identifier: 'a@b.c',
  },
  created_at: 1_700_000_000_000,
  updated_at: 1_700_000_000_000,
  last_active_token: null,
  ...over,
})

export const clientJson = (over: object = {}) => ({
  object: 'client',
  id: 'client_1',
  sessions: [] as unknown[],
  sign_in: null,
  sign_up: null,
  last_active_session_id: null,
  last_authentication_strategy: null,
  cookie_expires_at: null,
  captcha_bypass: false,
  created_at: 1_700_000_000_000,
  updated_at: 1_700_000_000_000,
  ...over,
})

export const errorJson = (code: string, paramName?: string) => ({
  errors: [
    {
      code,
      message: `short ${code}`,
      long_message: `long ${code}`,
      meta: { param_name: paramName },
    },
  ],
  clerk_trace_id: 'trace_1',
})
