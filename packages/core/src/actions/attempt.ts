import { ClienteleError, toErrorRecord } from '../errors.ts'
import type { Params } from '../http/encode.ts'
import type { Kernel } from '../kernel.ts'
import { type AttemptKind, setFetching, setIdle } from '../slices/attempts.ts'
import { mutate } from './mutate.ts'

const paths = { signIn: '/client/sign_ins', signUp: '/client/sign_ups' }

/** What an attempt is asked to do: `verb` on the one in progress, or without a verb on the attempt itself. */
export interface AttemptRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | undefined
  readonly verb?: string | undefined
  readonly params?: Params | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
}

const run = (kernel: Kernel, kind: AttemptKind, path: string, { method = 'POST', params, query }: AttemptRequest) =>
  mutate(kernel, {
    method,
    path,
    query,
    body: params,
    subject: kind,
    begin: setFetching(kind),
    finish: error => [setIdle(kind, error && toErrorRecord(error))],
  })

/** Begins an attempt; the server drops the one before. */
export const createAttempt = (kernel: Kernel, kind: AttemptKind, params: Params): Promise<unknown> =>
  run(kernel, kind, paths[kind], { params })

/**
 * Acts on the attempt in progress.
 *
 * @throws ClienteleError `attempt_missing` when there is none: nothing is sent then.
 */
export const continueAttempt = async (kernel: Kernel, kind: AttemptKind, request: AttemptRequest): Promise<unknown> => {
  const id = kernel.store.getState().attempts[kind].data?.id
  if (id === undefined) throw new ClienteleError('attempt_missing', `There is no ${kind} in progress: create one first`)
  const { verb } = request
  return run(kernel, kind, `${paths[kind]}/${encodeURIComponent(id)}${verb ? `/${verb}` : ''}`, request)
}
