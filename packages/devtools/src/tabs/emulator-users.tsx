import { useState } from 'preact/hooks'
import type { EmulatorUser } from '../emulator/control.ts'
import { useSubject } from '../panel/context.ts'
import { DoButton } from '../views/do-button.tsx'
import type { EmulatorProps } from './emulator-props.ts'
import { usePolled } from './use-polled.ts'

const most = 50

const nameOf = ({ id, firstName, lastName, emailAddress }: EmulatorUser): string => {
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return [name, emailAddress ?? id].filter(Boolean).join(' · ')
}

/** Signs in as somebody, without a form: by a ticket. */
export const EmulatorUsers = ({ control }: EmulatorProps) => {
  const { clientele } = useSubject()
  const { value = [], problem } = usePolled(() =>
    control.get<readonly EmulatorUser[]>('/users?last=500'),
  )
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const found = value.filter(user => nameOf(user).toLowerCase().includes(wanted)).slice(-most)
  const signInAs = async (userId: string) => {
    const { ticket } = await control.send<{ ticket: string }>('POST', '/tickets', { userId })
    const client = clientele.client ?? (await clientele.load())
    const signIn = await client?.signIn.create({ strategy: 'ticket', ticket })
    if (signIn?.createdSessionId) await clientele.setActive({ session: signIn.createdSessionId })
  }
  return (
    <section>
      <h2>Sign in as</h2>
      <input
        type="search"
        aria-label="Search for somebody"
        placeholder="Search"
        value={text}
        onInput={event => setText(event.currentTarget.value)}
      />
      {problem && <p class="hint">{problem}</p>}
      {found.length === 0 && <p class="empty">Nobody is there.</p>}
      <ul class="messages">
        {found.map(user => (
          <li key={user.id}>
            <span class="text">{nameOf(user)}</span>{' '}
            <DoButton label={`Sign in as ${nameOf(user)}`} onDo={() => signInAs(user.id)}>
              Sign in
            </DoButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
