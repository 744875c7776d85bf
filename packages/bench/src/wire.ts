// Clients of any size as the server sends them: about 5.3 kB a session. Runs in pages too.

const base64Url = (value: unknown): string =>
  btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

const at = 1_760_000_000_000
/** Epoch seconds: long after any measurement. */
const distant = 4_000_000_000

const verification = (strategy: string) => ({
  object: 'verification',
  status: 'verified',
  strategy,
  attempts: 1,
  expire_at: at,
  error: null,
})

/** A token of the size of a real one; nobody signed it. */
export const tokenOf = (index: number, issuedAt = Math.floor(Date.now() / 1000)): string => {
  const header = {
    alg: 'RS256',
    cat: 'cl_B7d4PD111AAA',
    kid: 'ins_2abcdefghijklmnopqrstuvwxyz',
    typ: 'JWT',
    oiat: issuedAt,
  }
  const claims = {
    azp: 'https://app.example.com',
    exp: distant,
    fva: [0, -1],
    iat: issuedAt,
    iss: 'https://clerk.example.com',
    nbf: issuedAt - 10,
    sid: `sess_${index}`,
    sts: 'active',
    sub: `user_${index}`,
    v: 2,
  }
  return `${base64Url(header)}.${base64Url(claims)}.${'s'.repeat(342)}`
}

const membership = (index: number) => ({
  object: 'organization_membership',
  id: `orgmem_${index}`,
  public_metadata: {},
  role: 'org:admin',
  role_name: 'Admin',
  permissions: ['manage', 'delete', 'read'].flatMap(verb => [
    `org:sys_profile:${verb}`,
    `org:sys_memberships:${verb}`,
    `org:sys_domains:${verb}`,
  ]),
  organization: {
    object: 'organization',
    id: `org_${index}`,
    name: `Organization ${index}`,
    slug: `organization-${index}`,
    image_url: `https://img.example.com/organizations/${index}`,
    has_image: false,
    members_count: 3,
    pending_invitations_count: 0,
    max_allowed_memberships: 5,
    admin_delete_enabled: true,
    public_metadata: {},
    created_at: at,
    updated_at: at,
  },
  created_at: at,
  updated_at: at,
})

const userOf = (index: number, firstName: string) => ({
  object: 'user',
  id: `user_${index}`,
  username: null,
  first_name: firstName,
  last_name: `Lovelace ${index}`,
  locale: null,
  image_url: `https://img.example.com/eyJ0eXBlIjoiZGVmYXVsdCIsImlpZCI6Imluc18ye${index}`,
  has_image: false,
  primary_email_address_id: `idn_${index}`,
  primary_phone_number_id: `idp_${index}`,
  primary_web3_wallet_id: null,
  password_enabled: true,
  two_factor_enabled: false,
  totp_enabled: false,
  backup_code_enabled: false,
  email_addresses: [
    {
      object: 'email_address',
      id: `idn_${index}`,
      email_address: `ada${index}@example.com`,
      reserved: false,
      verification: verification('email_code'),
      linked_to: [{ type: 'oauth_google', id: `idn_google_${index}` }],
      matches_sso_connection: false,
      created_at: at,
      updated_at: at,
    },
  ],
  phone_numbers: [
    {
      object: 'phone_number',
      id: `idp_${index}`,
      phone_number: `+1202555${String(index).padStart(4, '0')}`,
      reserved_for_second_factor: false,
      default_second_factor: false,
      reserved: false,
      verification: verification('phone_code'),
      linked_to: [],
      backup_codes: null,
      created_at: at,
      updated_at: at,
    },
  ],
  web3_wallets: [],
  passkeys: [],
  external_accounts: [
    {
      object: 'google_account',
      id: `idn_google_${index}`,
      provider: 'oauth_google',
      identification_id: `idn_google_${index}`,
      provider_user_id: `1098${index}`,
      approved_scopes: 'email https://www.googleapis.com/auth/userinfo.email openid profile',
      email_address: `ada${index}@example.com`,
      first_name: 'Ada',
      last_name: 'Lovelace',
      avatar_url: `https://lh3.example.com/a/${index}`,
      image_url: `https://img.example.com/google/${index}`,
      username: null,
      public_metadata: {},
      label: null,
      verification: verification('oauth_google'),
      created_at: at,
      updated_at: at,
    },
  ],
  enterprise_accounts: [],
  saml_accounts: [],
  organization_memberships: [membership(index), membership(index + 1_000_000)],
  public_metadata: { plan: 'pro', flags: ['one', 'two'] },
  unsafe_metadata: { theme: 'dark' },
  external_id: null,
  last_sign_in_at: at,
  banned: false,
  locked: false,
  lockout_expires_in_seconds: null,
  verification_attempts_remaining: 100,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: null,
  delete_self_enabled: true,
  create_organization_enabled: true,
  create_organizations_limit: null,
  last_active_at: at,
  created_at: at,
  updated_at: at,
})

/** @param firstName of its user: another one is another session. */
export const sessionOf = (index: number, firstName = 'Ada') => ({
  object: 'session',
  id: `sess_${index}`,
  status: 'active',
  expire_at: distant * 1000,
  abandon_at: distant * 1000,
  last_active_at: at,
  last_active_organization_id: null,
  actor: null,
  tasks: null,
  factor_verification_age: [0, -1],
  user: userOf(index, firstName),
  public_user_data: {
    first_name: firstName,
    last_name: `Lovelace ${index}`,
    image_url: `https://img.example.com/${index}`,
    has_image: false,
    identifier: `ada${index}@example.com`,
    user_id: `user_${index}`,
  },
  last_active_token: { object: 'token', jwt: tokenOf(index, at / 1000) },
  created_at: at,
  updated_at: at,
})

export const clientOf = (sessions: readonly object[]) => ({
  object: 'client',
  id: 'client_1',
  sessions,
  sign_in: null,
  sign_up: null,
  last_active_session_id: 'sess_0',
  cookie_expires_at: distant * 1000,
  captcha_bypass: false,
  last_authentication_strategy: 'password',
  created_at: at,
  updated_at: at,
})

/** What differs from one answer to the next. */
/**
 * `new token`: the data is the same, and the server made a new token for the session in use. `other order`: the data is
 * the same, and every session is written with its last fields in another order. `one session`: its user has a new name.
 */
export type Difference = 'same text' | 'new token' | 'other order' | 'one session'

/** Answers to `GET /client` with `count` sessions, one for each of `rounds`, as flat texts. */
export const answersOf = (count: number, difference: Difference, rounds: number): readonly string[] => {
  const sessions = Array.from({ length: count }, (_, index) => sessionOf(index))
  const write = (all: readonly object[]) => JSON.stringify({ response: clientOf(all), client: null })
  const turn = ({ created_at, ...session }: ReturnType<typeof sessionOf>) => ({ ...session, created_at })
  const [plain, turned] = [write(sessions), write(sessions.map(turn))]
  return Array.from({ length: rounds }, (_, round) => {
    if (difference === 'same text') return plain
    if (difference === 'other order') return round % 2 ? plain : turned
    const [index, name] = difference === 'new token' ? [0, undefined] : [round % count, `Ada ${round}`]
    const jwt = tokenOf(index, at / 1000 + round)
    sessions[index] = { ...sessionOf(index, name), last_active_token: { object: 'token', jwt } }
    return write(sessions)
  })
}
