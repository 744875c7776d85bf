import { useSubject } from '../panel/context.ts'
import { DoButton } from '../views/do-button.tsx'
import type { EmulatorProps } from './emulator-props.ts'
import { usePolled } from './use-polled.ts'

interface Scenario {
  readonly name: string
  readonly summary: string
}

/** Puts a set of people and settings in the place of all that the emulator knows. */
export const EmulatorScenarios = ({ control }: EmulatorProps) => {
  const { clientele } = useSubject()
  const { value = [] } = usePolled(() => control.get<readonly Scenario[]>('/scenarios'))
  const stage = async (name: string) => {
    await control.send('POST', `/scenarios/${name}`)
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
