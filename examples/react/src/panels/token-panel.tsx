import {
  describeNoToken,
  fetchToken,
  readTokenLife,
  type TokenLife,
} from '@clientele/example-shared'
import { useAuth, useClienteleStore } from '@clientele/react'
import { Fragment } from 'react'
import { useNow } from '../hooks/use-now.ts'
import { useTask } from '../hooks/use-task.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'

const Life = ({ token }: { readonly token: TokenLife }) => (
  <>
    <div className="life">
      <p className="countdown">{token.text}</p>
      <progress
        className="meter"
        max={token.lifetime}
        value={Math.min(token.left, token.lifetime)}
        aria-label="Life left"
      />
    </div>
    <dl className="properties">
      {token.claims.map(({ name, text }) => (
        <Fragment key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd data-claim={name}>{text}</dd>
        </Fragment>
      ))}
    </dl>
  </>
)

/**
 * The claims of the last token of the session in use, and how long it still lives. The token itself
 * is never shown.
 */
export const TokenPanel = () => {
  const store = useClienteleStore()
  const { isSignedIn } = useAuth()
  // A token is no part of state, so nothing tells that there is a new one: it is looked at once a
  // second.
  const token = readTokenLife(store, useNow())
  const { isBusy, act } = useTask()
  return (
    <Panel id="token" title="Session token">
      {token ? <Life token={token} /> : <p className="empty">{describeNoToken(isSignedIn)}</p>}
      {isSignedIn && (
        <div className="actions">
          <Button
            kind="primary"
            isBusy={isBusy}
            onPress={() => act(fetchToken(store, 'getToken()'))}
          >
            getToken()
          </Button>
          <Button
            isBusy={isBusy}
            onPress={() =>
              act(fetchToken(store, 'getToken({ skipCache: true })', { skipCache: true }))
            }
          >
            {'getToken({ skipCache })'}
          </Button>
        </div>
      )}
    </Panel>
  )
}
