// Clients of any size as the server sends them: about 5.3 kB a session. Runs in pages too.
import { at, userOf } from './wire-user.ts'

const base64Url = (value: unknown): string =>
  btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

/** Epoch seconds: long after any measurement. */
const distant = 4_000_000_000

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

const newToken = (index: number, round: number) => ({
  last_active_token: { object: 'token', jwt: tokenOf(index, at / 1000 + round) },
})

/**
 * What differs from one answer to the next. `new token`: the data is the same, and the server made
 * a new token for the session in use; `new tokens`: for every session. `other order`: the data is
 * the same, and every session is written with its last fields in another order. `one session`: its
 * user has a new name.
 */
export type Difference = 'same text' | 'new token' | 'new tokens' | 'other order' | 'one session'

/** Answers to `GET /client` with `count` sessions, one for each of `rounds`, as flat texts. */
export const answersOf = (
  count: number,
  difference: Difference,
  rounds: number,
): readonly string[] => {
  const sessions = Array.from({ length: count }, (_, index) => sessionOf(index))
  const write = (all: readonly object[]) =>
    JSON.stringify({ response: clientOf(all), client: null })
  const turn = ({ created_at, ...session }: ReturnType<typeof sessionOf>) => ({
    ...session,
    created_at,
  })
  const [plain, turned] = [write(sessions), write(sessions.map(turn))]
  return Array.from({ length: rounds }, (_, round) => {
    if (difference === 'same text') return plain
    if (difference === 'other order') return round % 2 ? plain : turned
    if (difference === 'new tokens')
      return write(sessions.map((session, index) => ({ ...session, ...newToken(index, round) })))
    const [index, name] =
      difference === 'new token' ? [0, undefined] : [round % count, `Ada ${round}`]
    sessions[index] = { ...sessionOf(index, name), ...newToken(index, round) }
    return write(sessions)
  })
}
