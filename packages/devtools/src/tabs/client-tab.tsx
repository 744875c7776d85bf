import type { Snapshot } from '@clientele/core'
import { TokenView, Tree } from '@clientele/views'
import { useRef } from 'preact/hooks'
import { sayWhy } from '../data/wording.ts'
import { useSnapshot, useSubject } from '../panel/context.ts'
import { OwnSession } from '../views/own-session.tsx'

/** The snapshot before the last change. */
const useBefore = (snapshot: Snapshot): Snapshot | undefined => {
  const seen = useRef<{ readonly last: Snapshot; readonly before?: Snapshot }>({ last: snapshot })
  if (seen.current.last !== snapshot) seen.current = { last: snapshot, before: seen.current.last }
  return seen.current.before
}

const describeUser = ({ user }: Snapshot): string => {
  if (user === undefined) return 'not known yet'
  return user === null ? 'nobody is signed in' : user.id
}

const Attempt = (props: {
  readonly title: string
  readonly attempt: { readonly status: string | null; readonly next: unknown }
  readonly before: unknown
}) => {
  const { title, attempt, before } = props
  if (attempt.status === null) return null
  return (
    <section>
      <h2>
        {title} <span class="badge">{attempt.status}</span>
      </h2>
      <Tree name="next" value={attempt.next} isOpen />
      <Tree name="all of it" value={attempt} before={before} />
    </section>
  )
}

/** Who is signed in, and everything that the client has. */
export const ClientTab = () => {
  const { clientele, recorder } = useSubject()
  const snapshot = useSnapshot()
  const before = useBefore(snapshot)
  const { client, session, status, error } = snapshot
  const why = session === null && sayWhy(recorder.explain())
  return (
    <>
      <dl class="facts">
        <dt>Status</dt>
        <dd>
          <span class={`badge ${status}`}>{status}</span>
        </dd>
        <dt>User</dt>
        <dd>{describeUser(snapshot)}</dd>
        <dt>Session</dt>
        <dd>{session?.id ?? 'none'}</dd>
        <dt>Organization</dt>
        <dd>{clientele.organization?.name ?? 'none'}</dd>
      </dl>
      {error && (
        <p role="alert" class="problem">
          {error.code}: {error.message}
        </p>
      )}
      {why && <p class="why">{why}</p>}
      {client && client.sessions.length > 0 && (
        <section>
          <h2>Sessions</h2>
          <ul class="cards">
            {client.sessions.map(each => (
              <OwnSession
                key={each.id}
                clientele={clientele}
                session={each}
                before={before?.client?.sessions.find(({ id }) => id === each.id)}
                isActive={each.id === session?.id}
              />
            ))}
          </ul>
        </section>
      )}
      {session && (
        <section>
          <h2>Token</h2>
          <TokenView
            key={session.id}
            read={() => clientele.getToken()}
            readNew={() => clientele.getToken({ skipCache: true })}
          />
        </section>
      )}
      {client && (
        <>
          <Attempt title="Sign-in" attempt={client.signIn} before={before?.client?.signIn} />
          <Attempt title="Sign-up" attempt={client.signUp} before={before?.client?.signUp} />
          <section>
            <h2>Everything</h2>
            <Tree name="client" value={client} before={before?.client} isOpen />
          </section>
        </>
      )}
    </>
  )
}
