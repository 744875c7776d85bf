import { createSignedIn } from '../../support/browser.ts'
import { wrong } from '../../support/sign-in.ts'
import { totpCodeFor } from '../../support/totp.ts'
import type { Scenario } from '../recorder.ts'

/** How a user sets up second factors. */
export const secondFactorScenarios: readonly Scenario[] = [
  {
    name: 'an authenticator app and backup codes',
    run: async start => {
      const emulator = start()
      const { send } = await createSignedIn(emulator)
      await send('POST', '/v1/me/backup_codes')
      await send('DELETE', '/v1/me/totp')
      await send('POST', '/v1/me/totp/attempt_verification', { code: wrong })
      const { secret } = (await send<{ secret: string }>('POST', '/v1/me/totp')).body.response
      await send('POST', '/v1/me/totp/attempt_verification', { code: wrong })
      await send('POST', '/v1/me/totp/attempt_verification', {
        code: totpCodeFor(secret, emulator.clock.now()),
      })
      await send('POST', '/v1/me/totp/attempt_verification', { code: wrong })
      await send('POST', '/v1/me/totp')
      await send('POST', '/v1/me/backup_codes')
      await send('DELETE', '/v1/me/totp')
    },
  },
  {
    name: 'second factors that are not enabled',
    run: async start => {
      const { send } = await createSignedIn(
        start({ settings: { disabledStrategies: ['totp', 'backup_code'] } }),
      )
      await send('POST', '/v1/me/totp')
      await send('POST', '/v1/me/backup_codes')
    },
  },
]
