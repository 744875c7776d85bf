import { toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import type { Recipe } from '../store.ts'
import type { Priority } from '../turns.ts'
import { exchangeWithCaptcha } from './captcha.ts'
import type { Exchange } from './exchange.ts'
import { withRecovery } from './recover.ts'

export interface Mutation extends Exchange {
  readonly priority?: Priority | undefined
  /** A sign-out that comes meanwhile does not abort it. */
  readonly survives?: boolean | undefined
  /** Changed at once, before the request has its turn. */
  readonly begin?: Recipe | undefined
  /** Tells apart two intents that send the same request. */
  readonly intent?: string | undefined
}

/**
 * A request that changes something at the server. It takes its turn; the same one asked twice at a
 * time is sent once.
 *
 * @returns the `response` of the answer.
 */
export const mutate = (kernel: Kernel, mutation: Mutation): Promise<unknown> => {
  const { priority = 'user', survives, begin, intent = '', finish, ...request } = mutation
  const { method, path, query, body } = request
  return kernel.once(JSON.stringify([intent, method, path, query, body]), async () => {
    if (begin) kernel.store.commit(begin)
    let finished = false
    const tell: Exchange['finish'] = error => {
      finished = true
      return finish?.(error) ?? []
    }
    try {
      return await withRecovery(kernel, () =>
        kernel.turns.run(
          priority,
          () => exchangeWithCaptcha(kernel, { ...request, finish: tell }),
          { survives },
        ),
      )
    } catch (error) {
      if (!finished) kernel.store.commit(...tell(toClienteleError(error)))
      throw error
    }
  })
}
