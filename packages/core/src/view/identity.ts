import type { IdentityRecord } from '../records.ts'
import type { Status } from '../state.ts'
import type { PendingOptions, SignedInSession } from './session-view.ts'

/** Who is here, by ids. */
export type Identity = IdentityRecord

export const toIdentity = ({
  id,
  user,
  status,
  lastActiveOrganizationId,
}: SignedInSession): Identity => ({
  sessionId: id,
  userId: user.id,
  organizationId: lastActiveOrganizationId,
  isPending: status === 'pending',
})

/** Who counts as signed in: `null` also for a session with tasks to do, unless told otherwise. */
export const toSignedIn = (
  identity: Identity | null | undefined,
  { treatPendingAsSignedOut = true }: PendingOptions,
): Identity | null | undefined => (treatPendingAsSignedOut && identity?.isPending ? null : identity)

/**
 * What may be waited for. More than one can be true at a time: what is shown while `degraded` is
 * the last known.
 */
export type ShowWhen = 'loading' | 'signed-in' | 'signed-out' | 'degraded' | 'failed'

/** The parts of a snapshot that decide it. */
interface Facts {
  readonly identity: Identity | null | undefined
  readonly status: Status
}

const isTrue: Readonly<Record<ShowWhen, (facts: Facts) => boolean>> = {
  // A refusal for good is no loading: nothing would end it.
  loading: ({ identity, status }) => identity === undefined && status !== 'failed',
  'signed-in': ({ identity }) => !!identity,
  'signed-out': ({ identity }) => identity === null,
  degraded: ({ status }) => status === 'degraded',
  failed: ({ status }) => status === 'failed',
}

/**
 * Whether it is time to show what is meant for then.
 *
 * @throws TypeError for a word that is none of those.
 */
export const isShown = (
  { identity, status }: Facts,
  when: ShowWhen,
  options: PendingOptions,
): boolean => {
  const holds = Object.hasOwn(isTrue, when) && isTrue[when]
  if (!holds) throw new TypeError(`when="${when}" is none of ${Object.keys(isTrue).join(', ')}`)
  return holds({ identity: toSignedIn(identity, options), status })
}
