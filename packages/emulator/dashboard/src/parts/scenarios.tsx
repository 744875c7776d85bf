import { DoButton, useAct, useLive } from '@clientele/views'
import { List, Section } from './section.tsx'

interface Scenario {
  readonly name: string
  readonly summary: string
}

/** Bugs of the field: each puts a seed in the place of all that is known. */
export const Scenarios = () => {
  const act = useAct()
  const read = useLive(control => control.get<readonly Scenario[]>('/scenarios'), '', false)
  return (
    <Section title="Scenarios">
      <p>Each resets the emulator, and then sets up what a known kind of bug needs to happen.</p>
      <List read={read} look="list columns" empty="There are no scenarios.">
        {({ name, summary }) => (
          <li key={name}>
            <span class="grow">
              <strong>{name}</strong>
              <span class="hint">{summary}</span>
            </span>
            <DoButton
              isDangerous
              label={`Stage ${name}`}
              onDo={() => act('POST', `/scenarios/${name}`)}
            >
              Stage
            </DoButton>
          </li>
        )}
      </List>
    </Section>
  )
}
