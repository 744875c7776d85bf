import { captchaInvalid, captchaMissing, captchaRequired } from '../lib/api-errors.ts'
import type { Context } from './context.ts'
import type { Params } from './params.ts'

const wrongToken = 'invalid'

/** @throws ApiError for a token that is missing or wrong, when there has to be one. */
export const checkCaptchaToken = (params: Params): void => {
  const token = params.text('captcha_token')
  if (token === null) throw captchaMissing()
  if (token === wrongToken) throw captchaInvalid()
}

/** @throws ApiError 401 `requires_captcha` until the client has solved one. */
export const checkCaptchaSolved = ({ client, instance }: Context): void => {
  if (instance.settings.captcha === 'challenge' && !client?.captchaSolved) throw captchaRequired()
}
