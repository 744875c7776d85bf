const secrets = new Set([
  'password',
  'new_password',
  'current_password',
  'code',
  'token',
  'ticket',
  'state',
  'signature',
  'expired_token',
  'refresh_token',
  'password_digest',
  'totp_secret',
  'backup_codes',
  'signing_key',
  'captcha_token',
  'proof_token',
  'code_verifier',
  'public_key_credential',
  'rotating_token_nonce',
  '__clerk_db_jwt',
  '__dev_session',
  '__clerk_ticket',
  '__clerk_testing_token',
  '__clerk_handshake',
])

/** Parameters as a record without one secret value. A later one of the same name wins. */
export const masked = (params: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...params].map(([name, value]) => [name, secrets.has(name) ? '***' : value]))

// In answers, `code` is the name of an error, and `state` one of an address.
const answered = [...secrets].filter(name => name !== 'code' && name !== 'state')
const names = [...answered, 'jwt', 'secret', 'secret_key', 'client_secret', 'uri', 'codes'].join(
  '|',
)
const field = new RegExp(`"(${names})":("(?:[^"\\\\]|\\\\.)*"?|\\[[^\\]]*\\]?)`, 'g')
const parameter = new RegExp(`([?&](?:${[...secrets].join('|')})=)[^&"\\s]+`, 'g')
const token = /eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g

/** A JSON as text without one secret value, also where the text was cut. */
export const maskedJson = (json: string): string =>
  json.replace(field, '"$1":"***"').replace(parameter, '$1***').replace(token, '***')
