import { clientProperties } from '@clientele/example-shared'
import { useClient } from '@clientele/react'
import { Fragment, useState } from 'react'
import { Panel } from '../parts/panel.tsx'
import { Scroller } from '../parts/scroller.tsx'

/** A value that lights up when it changes: as another element, it begins its animation anew. */
const Value = ({ name, text }: { readonly name: string; readonly text: string | undefined }) => {
  const [first, setFirst] = useState(text)
  if (first === undefined && text !== undefined) setFirst(text)
  return (
    <dd
      key={text}
      data-property={name}
      className={first === undefined || text === first ? undefined : 'changed'}
    >
      {text ?? 'not known yet'}
    </dd>
  )
}

/** Every property of the client, live. */
export const PropertiesPanel = () => {
  const client = useClient()
  return (
    <Panel id="client" title="Client" isBusy={!client}>
      <dl className="properties">
        {clientProperties.map(({ name, read }) => (
          <Fragment key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <Value name={name} text={client && read(client, Date.now())} />
          </Fragment>
        ))}
      </dl>
      <details>
        <summary>The client as JSON</summary>
        <Scroller label="State as JSON">
          <pre>{JSON.stringify(client, null, 2)}</pre>
        </Scroller>
      </details>
    </Panel>
  )
}
