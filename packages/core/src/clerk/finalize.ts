import { ClienteleError } from '../errors.ts'
import { type Context, type Result, toResult } from './context.ts'
import type { SetActiveNavigate } from './set-active.ts'

/** Makes the session active that an attempt has made, then goes where `navigate` leads. */
export type Finalize = (params?: { navigate?: SetActiveNavigate | undefined }) => Promise<Result>

export const finalize = (
  { setActive }: Context,
  { createdSessionId }: { readonly createdSessionId: string | null },
  { navigate }: NonNullable<Parameters<Finalize>[0]> = {},
): Promise<Result> =>
  toResult(async () => {
    if (createdSessionId === null)
      throw new ClienteleError(
        'attempt_missing',
        'There is no session to make active: the attempt is not complete',
      )
    await setActive({ session: createdSessionId, navigate })
  })
