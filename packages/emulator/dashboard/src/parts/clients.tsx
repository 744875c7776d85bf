import { Age, useLive } from '@clientele/views'
import type { EmulatedClient } from '../../../src/control/sessions.ts'
import { List, Section } from './section.tsx'

const countOf = (count: number) =>
  count === 1 ? 'one session' : `${count === 0 ? 'no' : count} sessions`

/** One a browser. */
export const Clients = () => {
  const read = useLive(control =>
    control.get<readonly EmulatedClient[]>('/clients?newestFirst=true&limit=50'),
  )
  return (
    <Section title="Clients" count={read.value?.length}>
      <List read={read} most={10} empty="No browser has been here yet.">
        {({ id, origin, sessionIds, createdAt }) => (
          <li key={id}>
            <span class="grow">
              <strong class="text">{origin ?? 'No page'}</strong>
              <span class="hint">
                {countOf(sessionIds.length)} · <Age at={createdAt} /> · <code>{id}</code>
              </span>
            </span>
          </li>
        )}
      </List>
    </Section>
  )
}
