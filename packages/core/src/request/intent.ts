import type { ClienteleError } from '../errors.ts'
import type { WireRequest } from '../http/transport.ts'
import type { Recipe } from '../store.ts'
import type { ResourceType } from './apply.ts'
import type { DecodedResponse } from './decode.ts'
import type { Priority } from './queue.ts'

/** What somebody wants done at the server. */
export interface Intent extends Omit<WireRequest, 'signal' | 'keepalive' | 'verify'> {
  /** Intents of one scope are in order: only the last one is joined by the same again. */
  readonly scope: string
  /** Tells apart two intents that send the same request. */
  readonly name?: string | undefined
  /** What the `response` of the answer is. */
  readonly resource?: ResourceType | undefined
  readonly priority?: Priority | undefined
  /** A sign-out that comes meanwhile does not end it. */
  readonly keepOnSignOut?: boolean | undefined
  /** A success means that there is no client any more, whatever the answer carries. */
  readonly deletesClient?: boolean | undefined
  /** It was not joined to another one. Changed at once, before the request has its slot. */
  readonly onStart?: (() => readonly Recipe[]) | undefined
  /** Changed in the same transition as a good answer. */
  readonly onSuccess?: ((decoded: DecodedResponse) => readonly Recipe[]) | undefined
  /** Changed instead of what a good answer says that another request overlapped. */
  readonly onStaleSuccess?: (() => readonly Recipe[]) | undefined
  /** Changed in the same transition as the answer, whatever it is; given the error if it is one. */
  readonly onSettled?: ((error: ClienteleError | null) => readonly Recipe[]) | undefined
  /** True once what was wanted was given up: the answer is applied without it. */
  readonly isVoid?: (() => boolean) | undefined
}
