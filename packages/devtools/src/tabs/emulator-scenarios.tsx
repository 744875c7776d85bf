import { DoButton, useAct, useLive } from '@clientele/views'
import { useSubject } from '../panel/context.ts'

interface Scenario {
  readonly name: string
  readonly summary: string
}

/** Puts a set of people and settings in the place of all that the emulator knows. */
export const EmulatorScenarios = () => {
  const { clientele } = useSubject()
  const act = useAct()
  const { value = [] } = useLive(
    control => control.get<readonly Scenario[]>('/scenarios'),
    '',
    false,
  )
  const stage = async (name: string) => {
    await act('POST', `/scenarios/${name}`)
    await clientele.client?.reload()
  }
  return (
    <section>
      <h2>Scenarios</h2>
      <ul class="messages">
        {value.map(({ name, summary }) => (
          <li key={name}>
            <strong>{name}</strong> <span class="hint">{summary}</span>{' '}
            <DoButton isDangerous label={`Stage ${name}`} onDo={() => stage(name)}>
              Stage
            </DoButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
