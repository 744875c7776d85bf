import {
  Age,
  DoButton,
  SessionCard,
  TokenView,
  useAct,
  useEmulator,
  useLive,
} from '@clientele/views'
import type { EmulatedSession } from '../../../src/control/sessions.ts'
import { toHash } from '../route.ts'
import { Section } from './section.tsx'

interface SessionProps {
  readonly session: EmulatedSession
  /** Where the page is not about one user. */
  readonly showsUser: boolean
}

const Session = ({ session, showsUser }: SessionProps) => {
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
    <SessionCard title={id} status={status} badges={tasks} actions={actions}>
      <p class="hint">
        {showsUser && (
          <>
            <a href={toHash('users', userId)}>{userId}</a>
            {' · '}
          </>
        )}
        {isLive ? 'ends ' : 'ended '}
        <Age at={expireAt} />
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
    ...(userId && { userId }),
  })
  const { value, problem } = useLive(
    control => control.get<readonly EmulatedSession[]>(`/sessions?${search}`),
    search.toString(),
  )
  return (
    <Section title="Sessions" count={value?.length}>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {value && value.length > 0 ? (
        <ul class="cards">
          {value.map(session => (
            <Session key={session.id} session={session} showsUser={userId === undefined} />
          ))}
        </ul>
      ) : (
        <p class="empty">{value ? 'Nobody is signed in.' : 'Loading…'}</p>
      )}
    </Section>
  )
}
