import type { Session } from '@clientele/core'
import { describeWaiting, formatDate, nameOfSession } from '@clientele/example-shared'
import { useClient, useClientele, useSession, useStatus } from '@clientele/react'
import { useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'
import { useTask } from '../use-task.ts'

interface SessionRowProps {
  readonly session: Session
  readonly isInUse: boolean
}

const SessionRow = ({ session, isInUse }: SessionRowProps) => {
  const clientele = useClientele()
  const { isBusy, perform } = useTask()
  const name = nameOfSession(session)
  const email = session.user?.primaryEmailAddress?.emailAddress
  const isSignedIn = session.status === 'active' || session.status === 'pending'
  return (
    <li
      className="session"
      aria-current={isInUse || undefined}
      data-session={session.id}
      aria-busy={isBusy || undefined}
    >
      <span className="avatar" aria-hidden="true">
        {name.charAt(0).toUpperCase()}
      </span>
      <div>
        <p className="session__name">
          {name}{' '}
          <span className={`badge badge--${isInUse ? 'ready' : 'plain'}`}>
            {isInUse ? `${session.status}, in use` : session.status}
          </span>
        </p>
        <p className="hint">
          {email && email !== name && `${email} · `}last active {formatDate(session.lastActiveAt)} ·{' '}
          <code>{session.id}</code>
        </p>
      </div>
      <div className="actions">
        <Button
          kind="primary"
          label={`Switch to ${name}`}
          isOff={isInUse || !isSignedIn}
          onPress={() => perform(() => clientele.setActive({ session: session.id }))}
        >
          Switch to
        </Button>
        <Button label={`End the session of ${name}`} isOff={!isSignedIn} onPress={() => perform(session.end)}>
          End
        </Button>
        <Button kind="danger" label={`Remove the session of ${name}`} onPress={() => perform(session.remove)}>
          Remove
        </Button>
      </div>
    </li>
  )
}

/** The sessions on this device. A change of anything else of the client renders nothing here. */
export const SessionsPanel = () => {
  const clientele = useClientele()
  const sessions = useClient(client => client?.sessions)
  const active = useSession()
  const status = useStatus()
  const { isBusy, perform } = useTask()
  const heading = useRef<HTMLHeadingElement>(null)
  // A row or a form that goes takes the focus along, and a keyboard user would begin at the top of the page again.
  const shown = sessions && [active?.id, ...sessions.map(({ id }) => id)].join()
  const before = useRef(shown)
  useEffect(() => {
    const isNews = before.current !== undefined && before.current !== shown
    if (isNews && document.activeElement === document.body) heading.current?.focus()
    before.current = shown
  }, [shown])
  return (
    <Panel id="sessions" title="Sessions" headingRef={heading} isBusy={!sessions && status !== 'failed'}>
      {!sessions && <p className="empty">{describeWaiting(status)}</p>}
      {sessions?.length === 0 && <p className="empty">No sessions on this device yet: sign up or sign in.</p>}
      {sessions && sessions.length > 0 && (
        <>
          <ul className="sessions" aria-label="Sessions on this device">
            {sessions.map(session => (
              <SessionRow key={session.id} session={session} isInUse={session.id === active?.id} />
            ))}
          </ul>
          <div className="actions">
            <Button isBusy={isBusy} onPress={() => perform(() => clientele.signOut())}>
              Sign out of all
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}
