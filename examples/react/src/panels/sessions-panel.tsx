import {
  type Deed,
  describeNoSessions,
  focusHeading,
  formatDate,
  isSignedIn,
  nameOfSession,
  sessionDeeds,
  signOutOfAll,
} from '@clientele/example-shared'
import { useAuth, useClienteleStore, useSession, useSessions, useStatus } from '@clientele/react'
import { useTask } from '../hooks/use-task.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'

// A row that goes takes the focus with it, and a keyboard user would begin at the top of the page
// again.
const leave = () => {
  if (document.activeElement === document.body || document.activeElement === null)
    focusHeading('sessions')
}

/** One session. A change of another one renders nothing here. */
const SessionRow = ({ id }: { readonly id: string }) => {
  const store = useClienteleStore()
  const session = useSession(id)
  const isInUse = useAuth().sessionId === id
  const { isBusy, act } = useTask()
  if (!session) return null
  const name = nameOfSession(session)
  const { switchTo, touch, reload, end, remove } = sessionDeeds(store, id)
  const depart = (deed: Deed) => act(deed).then(outcome => outcome?.isDone && leave())
  return (
    <li
      className="session"
      aria-current={isInUse || undefined}
      data-session={id}
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
          last active {formatDate(session.lastActiveAt)} · <code>{id}</code>
        </p>
      </div>
      <div className="actions">
        <Button
          kind="primary"
          label={`Switch to ${name}`}
          isOff={isInUse || !isSignedIn(session)}
          onPress={() => act(switchTo)}
        >
          Switch to
        </Button>
        <Button label={`Touch the session of ${name}`} onPress={() => act(touch)}>
          Touch
        </Button>
        <Button label={`Reload the session of ${name}`} onPress={() => act(reload)}>
          Reload
        </Button>
        <Button label={`End the session of ${name}`} onPress={() => depart(end)}>
          End
        </Button>
        <Button
          kind="danger"
          label={`Remove the session of ${name}`}
          onPress={() => depart(remove)}
        >
          Remove
        </Button>
      </div>
    </li>
  )
}

/** The sessions on this device. A change of anything else of the client renders nothing here. */
export const SessionsPanel = () => {
  const store = useClienteleStore()
  const sessions = useSessions()
  const status = useStatus()
  const { isBusy, act } = useTask()
  const signOut = () =>
    act(signOutOfAll(store)).then(outcome => outcome?.isDone && focusHeading('sessions'))
  return (
    <Panel id="sessions" title="Sessions" isBusy={!sessions && status !== 'failed'}>
      {sessions && sessions.length > 0 ? (
        <>
          <ul className="sessions" aria-label="Sessions on this device">
            {sessions.map(({ id }) => (
              <SessionRow key={id} id={id} />
            ))}
          </ul>
          <div className="actions">
            <Button isBusy={isBusy} onPress={signOut}>
              Sign out of all
            </Button>
          </div>
        </>
      ) : (
        <p className="empty">{describeNoSessions(status, sessions !== undefined)}</p>
      )}
    </Panel>
  )
}
