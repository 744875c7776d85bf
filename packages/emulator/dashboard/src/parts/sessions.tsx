import {
  Age,
  DoButton,
  SessionCard,
  TokenView,
  useAct,
  useEmulator,
  useLive,
} from '@clientele/views'
import type { SessionWithUser } from '../../../src/admin/users-sessions-clients.ts'
import { toHash } from '../route.ts'
import { nameOf } from './name.ts'
import { List, Section } from './section.tsx'

interface SessionProps {
  readonly session: SessionWithUser
  /** Says whose it is, where the page is not about one user. */
  readonly isNamed: boolean
}

const Session = ({ session, isNamed }: SessionProps) => {
  const act = useAct()
  const { id, userId, status, tasks, expireAt } = session
  const isLive = status === 'active' || status === 'pending'
  // Somebody may be deleted meanwhile.
  const user = isNamed && (session.user ? nameOf(session.user) : userId)
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

/** Who is signed in. @param userId only the sessions of this user. */
export const Sessions = ({ userId }: { readonly userId?: string | undefined }) => {
  const search = new URLSearchParams({
    newestFirst: 'true',
    limit: '50',
    withUser: 'true',
    ...(userId && { userId }),
  })
  const read = useLive(
    control => control.get<readonly SessionWithUser[]>(`/sessions?${search}`),
    search.toString(),
  )
  return (
    <Section title="Sessions" count={read.value?.length}>
      <List read={read} look="cards" most={10} empty="Nobody is signed in.">
        {session => <Session key={session.id} session={session} isNamed={userId === undefined} />}
      </List>
    </Section>
  )
}
