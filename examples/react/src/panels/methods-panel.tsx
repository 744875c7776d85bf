import { callMethod, clientMethods, type Method } from '@clientele/example-shared'
import { useClient, useClienteleStore } from '@clientele/react'
import { useState } from 'react'
import { useTask } from '../hooks/use-task.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/panel.tsx'

const MethodRow = ({ method }: { readonly method: Method }) => {
  const store = useClienteleStore()
  const { isBusy, act } = useTask()
  const [result, setResult] = useState('')
  const { name, does, danger } = method
  return (
    <li className="method">
      <Button
        isBusy={isBusy}
        kind={danger ? 'danger' : undefined}
        onPress={() => act(callMethod(store, method, setResult))}
      >
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
            <MethodRow key={method.name} method={method} />
          ))}
        </ul>
      </fieldset>
    </Panel>
  )
}
