import { DoButton, useAct, useLive } from '@clientele/views'
import type { ListedFault } from '../../../src/network/faults/fault-list.ts'
import { FaultForm } from './fault-form.tsx'
import { presets } from './fault-kinds.ts'
import { List, Section } from './section.tsx'

const describe = ({ fault }: ListedFault): string => {
  const { kind: _, path: __, method: ___, count: ____, after, probability, ...rest } = fault
  const params = Object.entries(rest).map(
    ([key, value]) => `${key} ${typeof value === 'object' ? '…' : String(value)}`,
  )
  const limits = [
    ...(after ? [`after ${after}`] : []),
    ...(probability === undefined ? [] : [`${Math.round(probability * 100)} %`]),
  ]
  return [...params, ...limits].join(' · ') || 'every fitting request'
}

const Fault = (listed: ListedFault) => {
  const act = useAct()
  const { id, met, fault } = listed
  const { kind, path, method = 'any method', count } = fault
  return (
    <li>
      <span class="grow">
        <strong class="text">{`${method} ${path}`}</strong>
        <span class="hint">{describe(listed)}</span>
      </span>
      <span class="badge">{kind}</span>
      <span class="hint">{`met ${met}${count === undefined ? '' : ` of ${count}`}`}</span>
      <DoButton
        label={`Remove the fault ${kind} of ${path}`}
        onDo={() => act('DELETE', `/faults/${id}`)}
      >
        Remove
      </DoButton>
    </li>
  )
}

/** What goes wrong: by presets, and by a form. */
export const Faults = () => {
  const act = useAct()
  const read = useLive(control => control.get<readonly ListedFault[]>('/faults'))
  const count = read.value?.length ?? 0
  return (
    <Section title="Faults" count={count}>
      <List read={read} empty="No faults.">
        {listed => <Fault key={listed.id} {...listed} />}
      </List>
      {count > 1 && <DoButton onDo={() => act('DELETE', '/faults')}>Remove all faults</DoButton>}
      <fieldset class="row" aria-label="Presets">
        {presets.map(([label, fault]) => (
          <DoButton key={label} onDo={() => act('POST', '/faults', fault)}>
            {label}
          </DoButton>
        ))}
      </fieldset>
      <details>
        <summary>A fault of your own</summary>
        <FaultForm />
      </details>
    </Section>
  )
}
