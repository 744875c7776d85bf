import { ClienteleError } from '../errors.ts'
import { isObject } from '../is-object.ts'
import { isReverificationRequired, levelIn } from '../modules/account/with-reverification.ts'

/** Which factors the user has to verify again. */
export type ReverificationLevel = 'first_factor' | 'second_factor' | 'multi_factor'

/** What an application is told that lets people prove once more who they are. */
export interface NeedsReverification {
  /** What is asked for; `second_factor` where nothing says it. */
  level: ReverificationLevel | undefined
  /** Runs the action again. */
  complete: () => void
  /** Gives up: the action rejects with `reverification_cancelled`. */
  cancel: () => void
}

/** How a refused action is verified and run again. */
export interface ReverificationOptions {
  /** Shows a form of the application's own. Left out, the refusal reaches who called. */
  onNeedsReverification?: ((needs: NeedsReverification) => void) | undefined
}

/** A hint of an application's own server, as Clerk's server SDKs make it. */
export interface ReverificationHint {
  /** Where Clerk's backend helpers put what they ask for. */
  clerk_error?: {
    reason?: string
    metadata?: { reverification?: { level?: ReverificationLevel } }
  }
}

/** What an action answered, unless that is the server's wish for a newer proof. */
export type ReverificationAnswer<Value> = Exclude<Value, ReverificationHint>

const hintOf = (answer: unknown) => {
  if (!isObject(answer) || !('clerk_error' in answer)) return undefined
  const { clerk_error: error } = answer as ReverificationHint // as: the mark is there
  return error?.reason === 'reverification-error' ? error : undefined
}

/** Asks the application, and waits for what its people do. */
const ask = (meta: unknown, options: ReverificationOptions) =>
  new Promise<void>((complete, reject) => {
    const cancelled = () =>
      new ClienteleError('reverification_cancelled', 'The person gave up proving who they are')
    // as: Clerk's types do not say that a newer server may ask for other ones
    const level = levelIn(meta) as ReverificationLevel
    options.onNeedsReverification?.({ level, complete, cancel: () => reject(cancelled()) })
  })

/**
 * Runs an action; where the server asks for a newer proof of who is there, has the application see
 * to that, and runs it once more.
 */
export const reverify = async <Value>(
  action: () => Promise<Value>,
  options: ReverificationOptions,
): Promise<ReverificationAnswer<Value>> => {
  const handles = options.onNeedsReverification !== undefined
  let meta: unknown
  try {
    const answer = await action()
    const hint = hintOf(answer instanceof Response ? await readHint(answer) : answer)
    // as: it is no hint
    if (!hint || !handles) return answer as ReverificationAnswer<Value>
    meta = hint.metadata
  } catch (thrown) {
    if (!isReverificationRequired(thrown) || !handles) throw thrown
    meta = thrown.errors[0]?.meta
  }
  await ask(meta, options)
  return (await action()) as ReverificationAnswer<Value> // as: asked once is enough
}

const readHint = async (response: Response): Promise<unknown> => {
  try {
    return response.status === 403 ? await response.clone().json() : undefined
  } catch {
    return undefined
  }
}
