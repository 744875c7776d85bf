import { describeStatus, nameOfUser } from '@clientele/example-shared'
import { useClient, useClientele, useSession, useStatus } from '@clientele/react'
import { Button } from '../parts/button.tsx'
import { useTask } from '../use-task.ts'

const Who = () => {
  const session = useSession()
  const name = session ? nameOfUser(session.user) : 'Signed out'
  return (
    <span className="masthead__user" aria-live="polite">
      {session !== undefined && name}
    </span>
  )
}

/** Who is signed in, how the connection is, and a banner while it is not well. */
export const Masthead = () => {
  const clientele = useClientele()
  const status = useStatus()
  const { isBusy, perform } = useTask()
  const isKnown = useClient(client => client !== undefined)
  const trouble = describeStatus(status, isKnown)
  return (
    <header className="masthead">
      <div className="masthead__row">
        <h1>
          Clientele <small>React</small>
        </h1>
        <Who />
        <span className={`badge badge--${status}`}>{status}</span>
      </div>
      <div role="status">
        {trouble && (
          <div className="notice notice--warning">
            <p>{trouble}</p>
            <Button isBusy={isBusy} onPress={() => perform(() => clientele.client?.reload() ?? clientele.load())}>
              Try now
            </Button>
          </div>
        )}
      </div>
    </header>
  )
}
