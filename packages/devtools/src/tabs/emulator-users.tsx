import { DoButton, useAct, useLive } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { EmulatorUser } from '../emulator/records.ts'
import { useSubject } from '../panel/context.ts'

const most = 50

const nameOf = (user: EmulatorUser): string => {
  const { id, firstName, lastName, emailAddress, phoneNumber } = user
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return [name, emailAddress ?? phoneNumber ?? id].filter(Boolean).join(' · ')
}

/** Signs in as somebody, without a form: by a ticket. */
export const EmulatorUsers = () => {
  const { clientele } = useSubject()
  const act = useAct()
  const [text, setText] = useState('')
  const query = new URLSearchParams({ query: text, limit: String(most) })
  const { value: found = [], problem } = useLive(
    control => control.get<readonly EmulatorUser[]>(`/users?${query}`),
    text,
  )
  const signInAs = async (userId: string) => {
    const { ticket } = await act<{ ticket: string }>('POST', '/tickets', { userId })
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
          <li key={user.id} class="person">
            <span class="text">{nameOf(user)}</span>
            <DoButton label={`Sign in as ${nameOf(user)}`} onDo={() => signInAs(user.id)}>
              Sign in
            </DoButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
