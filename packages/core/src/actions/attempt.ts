import { ClienteleError, isTransient, toErrorRecord } from '../errors.ts'
import { type Params, toSnakeCase } from '../http/encode.ts'
import type { Kernel } from '../kernel.ts'
import { perform } from '../request/pipeline.ts'
import { remainingCooldown, resendDelay, selectVerification } from '../selectors/verification.ts'
import { type AttemptKind, setFetching, setPrepared, setSettled } from '../slices/attempts.ts'
import type { Recipe } from '../store.ts'

const paths = { signIn: '/client/sign_ins', signUp: '/client/sign_ups' }
// What acts on the attempt itself; every other action is a verb below it.
const methods: Readonly<Record<string, 'GET' | 'PATCH'>> = { reload: 'GET', update: 'PATCH' }

/** What an attempt is asked to do. */
export interface AttemptRequest {
  /** The name of the method, as on the view. */
  readonly action: string
  /** The attempt that is meant; left out, the one in progress, whichever that is. */
  readonly id?: string | undefined
  readonly params?: Params | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  /** Changed in the same transition as the answer, when it is not an error. */
  readonly onSuccess?: (() => readonly Recipe[]) | undefined
}

const send = (
  kernel: Kernel,
  kind: AttemptKind,
  path: string,
  { action, params, query, onSuccess }: AttemptRequest,
): Promise<unknown> => {
  const life = kernel.attempts[kind]
  const isCreate = action === 'create'
  let current: ReturnType<typeof life.begin> | undefined
  return perform(kernel, {
    scope: kind,
    name: action,
    method: methods[action] ?? 'POST',
    path,
    query,
    body: params,
    resource: kind,
    onStart: () => {
      // Whatever is still under way is about the attempt that this one takes the place of.
      if (isCreate) life.renew()
      current = life.begin()
      return [setFetching(kind)]
    },
    onSuccess,
    onSettled: error => {
      const isFetching = current?.end() ?? false
      return [setSettled(kind, isFetching ? 'fetching' : 'idle', error && toErrorRecord(error))]
    },
    isVoid: () => current?.isVoid() ?? false,
  })
}

/** Begins an attempt; the server drops the one before. */
export const createAttempt = async (
  kernel: Kernel,
  kind: AttemptKind,
  params: Params,
): Promise<unknown> => {
  const action = 'create'
  kernel.hooks.assertAllowed(kind, kernel.store.getState().attempts[kind].data?.status, action)
  return send(kernel, kind, paths[kind], { action, params })
}

/**
 * The attempt that is acted on.
 *
 * @throws ClienteleError `attempt_missing`, or `attempt_replaced` when another is meant.
 */
const requireAttempt = ({ store }: Kernel, kind: AttemptKind, id: string | undefined) => {
  const { data, error } = store.getState().attempts[kind]
  if (!data)
    throw new ClienteleError('attempt_missing', `There is no ${kind} in progress: create one first`)
  if (id !== undefined && id !== data.id)
    throw new ClienteleError(
      'attempt_replaced',
      `This ${kind} was replaced by a newer one: act on client.${kind}`,
    )
  return { data, error }
}

/**
 * Reads an attempt, also one that the client does not list any more: it was completed, here or in
 * another tab.
 */
export const readAttempt = (kernel: Kernel, kind: AttemptKind, id: string): Promise<unknown> => {
  const { isVoid } = kernel.attempts[kind].watch()
  return perform(kernel, {
    scope: kind,
    name: 'read',
    method: 'GET',
    path: `${paths[kind]}/${encodeURIComponent(id)}`,
    resource: kind,
    isVoid,
  })
}

/** What was sent proves nothing any more, and the refusal does not carry the attempt. */
const isSpent = (error: unknown): boolean =>
  error instanceof ClienteleError && /^verification_(failed|expired)$/.test(error.code)

/**
 * Acts on the attempt in progress. When the answer to its last action was lost, it is read first:
 * if it has gone on meanwhile, nothing is sent a second time.
 *
 * @throws ClienteleError `attempt_missing` or `attempt_replaced` when there is nothing to act on:
 * nothing is sent then.
 */
export const continueAttempt = async (
  kernel: Kernel,
  kind: AttemptKind,
  request: AttemptRequest,
): Promise<unknown> => {
  const { action, id } = request
  const { data, error } = requireAttempt(kernel, kind, id)
  kernel.hooks.assertAllowed(kind, data.status, action)
  const path = `${paths[kind]}/${encodeURIComponent(data.id)}`
  if (action in methods) return send(kernel, kind, path, request)
  if (error && isTransient(error)) {
    const response = await send(kernel, kind, path, { action: 'reload' })
    if (requireAttempt(kernel, kind, id).data.status !== data.status) return response
  }
  try {
    return await send(kernel, kind, `${path}/${toSnakeCase(action)}`, request)
  } catch (refusal) {
    // So it is read. Should that fail, the refusal is still what the caller has to know.
    if (isSpent(refusal)) await readAttempt(kernel, kind, data.id).catch(() => {})
    throw refusal
  }
}

/**
 * Has something sent, unless the same was sent a moment ago: until it may be sent again, the
 * attempt stays as it is and nothing is sent. So a form may prepare each time it is shown.
 */
export const prepareAttempt = async (
  kernel: Kernel,
  kind: AttemptKind,
  request: AttemptRequest & { readonly params: Params & { readonly strategy: string } },
): Promise<unknown> => {
  const { action, id } = request
  // A factor may be given as the attempt lists it: what only describes it is nothing that the
  // server takes.
  const { safeIdentifier, primary, default: _, ...params } = request.params
  const { data } = requireAttempt(kernel, kind, id)
  const { time, attempts, store } = kernel
  const state = store.getState()
  const same = JSON.stringify([action, params])
  const verification = selectVerification(state, action, params.strategy)
  const isSent = verification?.strategy === params.strategy
  const remaining = isSent
    ? (attempts[kind].held() ?? remainingCooldown(verification, time.server()))
    : 0
  const isSame = (state.attempts[kind].prepared ?? same) === same
  if (remaining > 0 && isSame) return data
  const onSuccess = () => {
    const delay = resendDelay(params.strategy)
    if (delay > 0) attempts[kind].hold(delay)
    return [setPrepared(kind, same, delay > 0 ? time.wall() + delay : null)]
  }
  return continueAttempt(kernel, kind, { ...request, params, onSuccess })
}
