import { Secret, TOTP } from 'otpauth'

/** What an authenticator app that was told `secret` shows at a time (ms). */
export const totpCodeFor = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp })
