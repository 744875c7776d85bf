import { clientMethods, type Method } from '@clientele/example-shared'
import { useClient, useClientele } from '@clientele/react'
import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'
import { useTask } from '../use-task.ts'

const MethodRow = ({ name, does, danger, call }: Method) => {
  const clientele = useClientele()
  const { isBusy, perform } = useTask()
  const [result, setResult] = useState('')
  const press = () =>
    perform(async () => {
      setResult('')
      // The client as it is now, and not as it was when this was rendered.
      if (clientele.client) setResult(await call(clientele.client))
    })
  return (
    <li className="method">
      <Button isBusy={isBusy} onPress={press} {...(danger && { kind: 'danger' })}>
        {name}
      </Button>
      <span className="hint">{does}</span>
      <output className="method__result" data-method={name}>
        {result}
      </output>
    </li>
  )
}

/** Every method of the client as a button, with what it gave. */
export const MethodsPanel = () => {
  const isKnown = useClient(client => client !== undefined)
  return (
    <Panel id="methods" title="Methods">
      <fieldset className="plain" disabled={!isKnown}>
        <ul className="methods">
          {clientMethods.map(method => (
            <MethodRow key={method.name} {...method} />
          ))}
        </ul>
      </fieldset>
    </Panel>
  )
}
