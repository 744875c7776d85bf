import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { type Exchange, exchange } from './exchange.ts'

/**
 * An exchange that the server may interrupt to see that someone is there (section 2.7): the
 * challenge is run once by the port, its token is handed in, by itself or with the request, and the
 * request is repeated.
 *
 * @throws ClienteleError `captcha_unavailable` when no port was given.
 */
export const exchangeWithCaptcha = async (kernel: Kernel, request: Exchange): Promise<unknown> => {
  const { finish, ...first } = request
  try {
    return await exchange(kernel, {
      ...first,
      finish: error => (wantOf(error) ? [] : (finish?.(error) ?? [])),
    })
  } catch (error) {
    const want = wantOf(error)
    if (!want) throw error
    const { captcha } = kernel.ports
    if (!captcha)
      throw new ClienteleError(
        'captcha_unavailable',
        'The server asks for a CAPTCHA: give the `captcha` option',
      )
    const proof = { captchaToken: await captcha({ action: 'verify' }), captchaWidgetType: 'smart' }
    if (want === 'with the request')
      return exchange(kernel, { ...request, body: { ...request.body, ...proof } })
    const body = { ...proof, captchaAction: 'verify' }
    await exchange(kernel, { method: 'POST', path: '/client/verify', body, subject: 'client' })
    return exchange(kernel, request)
  }
}

const wants: Readonly<Record<string, 'by itself' | 'with the request'>> = {
  requires_captcha: 'by itself',
  captcha_missing_token: 'with the request',
}

const wantOf = (error: unknown) => (error instanceof ClienteleError ? wants[error.code] : undefined)
