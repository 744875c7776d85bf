import { ClienteleError } from '../errors.ts'
import type { Params } from '../http/encode.ts'
import type { Kernel } from '../kernel.ts'
import type { Captcha } from '../ports.ts'
import { orAbort } from '../time/deadline.ts'

/** How the server wants to have the proof that someone is there. */
export type Challenge = 'by itself' | 'with the request'

const challenges: Readonly<Record<string, Challenge>> = {
  requires_captcha: 'by itself',
  captcha_missing_token: 'with the request',
}

export const challengeOf = (error: ClienteleError | null): Challenge | undefined =>
  error ? challenges[error.code] : undefined

/**
 * Runs the challenge by the application's port. It holds no slot of the queue meanwhile, and is
 * given up when this store is disposed.
 *
 * @returns parameters that carry its token.
 * @throws ClienteleError `captcha_unavailable` when no port was given, `captcha_failed` when it
 * failed, `aborted` when what was wanted was given up meanwhile.
 */
export const solveChallenge = async (
  { ports, lifetime }: Kernel,
  challenge: Challenge,
  isVoid: (() => boolean) | undefined,
): Promise<Params> => {
  const { captcha } = ports
  if (!captcha)
    throw new ClienteleError(
      'captcha_unavailable',
      'The server asks for a CAPTCHA: give the `captcha` option',
    )
  const captchaToken = await orAbort(lifetime, ask(captcha))
  if (isVoid?.())
    throw new ClienteleError('aborted', `The CAPTCHA ${challenge} came too late: begin again`)
  return { captchaToken, captchaWidgetType: 'smart' }
}

const ask = async (captcha: Captcha): Promise<string> => {
  try {
    return await captcha({ action: 'verify' })
  } catch (cause) {
    throw new ClienteleError('captcha_failed', 'The CAPTCHA could not be solved', { cause })
  }
}
