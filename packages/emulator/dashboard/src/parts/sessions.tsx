import {
  Age,
  type Control,
  DoButton,
  SessionCard,
  TokenView,
  useAct,
  useEmulator,
  useLive,
} from '@clientele/views'
import type { EmulatedSession } from '../../../src/control/sessions.ts'
import type { EmulatedUser } from '../../../src/control/users.ts'
import { toHash } from '../route.ts'
import { nameOf } from './name.ts'
import { List, Section } from './section.tsx'

interface SessionProps {
  readonly session: EmulatedSession
  /** Whose it is, where the page is not about one user. */
  readonly user: string | undefined
}

const Session = ({ session, user }: SessionProps) => {
  const act = useAct()
  const { id, userId, status, tasks, expireAt } = session
  const isLive = status === 'active' || status === 'pending'
  const of = `the session ${id}`
  const actions = isLive && (
    <>
      <DoButton label={`Expire ${of}`} onDo={() => act('POST', `/sessions/${id}/expire`)}>
        Expire
      </DoButton>
      <DoButton label={`Revoke ${of}`} onDo={() => act('POST', `/sessions/${id}/revoke`)}>
        Revoke
      </DoButton>
    </>
  )
  const { control } = useEmulator()
  const readToken = async () =>
    (await control.get<{ readonly jwt: string }>(`/sessions/${id}/token`)).jwt
  return (
    <SessionCard
      title={user ? <a href={toHash('users', userId)}>{user}</a> : id}
      status={status}
      badges={tasks}
      actions={actions}
    >
      <p class="hint">
        {isLive ? 'ends ' : 'ended '}
        <Age at={expireAt} />
        {user && (
          <>
            {' · '}
            <code>{id}</code>
          </>
        )}
      </p>
      {isLive && <TokenView of={of} read={readToken} />}
    </SessionCard>
  )
}

const withUsers = async (
  control: Control,
  sessions: readonly EmulatedSession[],
  areNamed: boolean,
) => {
  const ids = areNamed ? [...new Set(sessions.map(({ userId }) => userId))] : []
  // Somebody may be deleted meanwhile.
  const read = async (id: string): Promise<[string, string]> => [
    id,
    await control.get<EmulatedUser>(`/users/${id}`).then(nameOf, () => id),
  ]
  const names = new Map(await Promise.all(ids.map(read)))
  return sessions.map(session => ({ session, user: names.get(session.userId) }))
}

/** Who is signed in. @param userId only the sessions of this user. */
export const Sessions = ({ userId }: { readonly userId?: string | undefined }) => {
  const search = new URLSearchParams({
    newestFirst: 'true',
    limit: '50',
    ...(userId && { userId }),
  })
  const read = useLive(async control => {
    const sessions = await control.get<readonly EmulatedSession[]>(`/sessions?${search}`)
    return withUsers(control, sessions, userId === undefined)
  }, search.toString())
  return (
    <Section title="Sessions" count={read.value?.length}>
      <List read={read} look="cards" most={10} empty="Nobody is signed in.">
        {({ session, user }) => <Session key={session.id} session={session} user={user} />}
      </List>
    </Section>
  )
}
