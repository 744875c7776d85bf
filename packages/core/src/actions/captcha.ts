import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { type Exchange, exchange } from './exchange.ts'

/**
 * An exchange that the server may interrupt to see that someone is there (section 2.7): the challenge is run once by the
 * port, its token is handed in, and the request is repeated.
 *
 * @throws ClienteleError `captcha_unavailable` when no port was given.
 */
export const exchangeWithCaptcha = async (kernel: Kernel, request: Exchange): Promise<unknown> => {
  const { finish, ...first } = request
  try {
    return await exchange(kernel, { ...first, finish: error => (isChallenge(error) ? [] : (finish?.(error) ?? [])) })
  } catch (error) {
    if (!isChallenge(error)) throw error
    const { captcha } = kernel.ports
    if (!captcha)
      throw new ClienteleError('captcha_unavailable', 'The server asks for a CAPTCHA: give the `captcha` option')
    const captchaToken = await captcha({ action: 'verify' })
    await exchange(kernel, {
      method: 'POST',
      path: '/client/verify',
      body: { captchaToken, captchaWidgetType: 'smart', captchaAction: 'verify' },
      subject: 'client',
    })
    return exchange(kernel, request)
  }
}

const isChallenge = (error: unknown): boolean => error instanceof ClienteleError && error.code === 'requires_captcha'
