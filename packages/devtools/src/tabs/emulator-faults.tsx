import { DoButton, useAct, useLive } from '@clientele/views'

interface Fault {
  readonly id: string
  readonly kind: string
  readonly path: string
}

const everything = { path: '/v1/*' }

const offered = [
  ['No network', { kind: 'drop', when: 'before-effect', ...everything }],
  ['Two seconds slower', { kind: 'latency', ms: 2000, ...everything }],
  ['Next answer 503', { kind: 'status', status: 503, count: 1, ...everything }],
  ['Next answer 429', { kind: 'status', status: 429, retryAfter: 5, count: 1, ...everything }],
  ['Next answer lost', { kind: 'drop', when: 'after-effect', count: 1, ...everything }],
] as const

/** A network or a server that is not well, until it is asked to be. */
export const EmulatorFaults = () => {
  const act = useAct()
  const { value = [], problem } = useLive(control => control.get<readonly Fault[]>('/faults'))
  return (
    <section>
      <h2>Faults</h2>
      <div class="row">
        {offered.map(([name, fault]) => (
          <DoButton key={name} onDo={() => act('POST', '/faults', fault)}>
            {name}
          </DoButton>
        ))}
      </div>
      {problem && <p class="hint">{problem}</p>}
      {value.length === 0 ? (
        <p class="empty">All is well.</p>
      ) : (
        <>
          <ul class="messages">
            {value.map(({ id, kind, path }) => (
              <li key={id}>
                <span class="badge">{kind}</span> <code>{path}</code>{' '}
                <DoButton
                  label={`Take the fault ${kind} away`}
                  onDo={() => act('DELETE', `/faults/${id}`)}
                >
                  Take away
                </DoButton>
              </li>
            ))}
          </ul>
          <DoButton onDo={() => act('DELETE', '/faults')}>Take all away</DoButton>
        </>
      )}
    </section>
  )
}
