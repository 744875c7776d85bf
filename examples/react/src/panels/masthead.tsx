import {
  describeTrouble,
  loadAgain,
  nameOfUser,
  online,
  statusMeaning,
} from '@clientele/example-shared'
import { Show, useClient, useClienteleStore, useStatus, useUser } from '@clientele/react'
import { useHeld } from '../hooks/use-held.ts'
import { useTask } from '../hooks/use-task.ts'
import { Button } from '../parts/button.tsx'

const Who = () => {
  const user = useUser()
  return (
    <span className="masthead__user">
      {user && nameOfUser(user)}
      <Show when="signed-out">Signed out</Show>
    </span>
  )
}

/** Who is signed in, how the connection is, and a banner while it is not well. */
export const Masthead = () => {
  const store = useClienteleStore()
  const status = useStatus()
  const isKnown = useClient(client => client !== undefined)
  const trouble = describeTrouble(status, isKnown, useHeld(online))
  const { isBusy, act } = useTask()
  return (
    <header className="masthead">
      <div className="masthead__row">
        <h1>
          Clientele <small>React</small>
        </h1>
        <Who />
        <span className={`badge badge--${status}`} title={statusMeaning[status]}>
          {status}
        </span>
      </div>
      <div role="status">
        {trouble && (
          <div className="notice notice--warning">
            <p>{trouble}</p>
            <Button isBusy={isBusy} onPress={() => act(loadAgain(store))}>
              Try now
            </Button>
          </div>
        )}
      </div>
    </header>
  )
}
