import { copyText, DoButton, formatTime, useLive } from '@clientele/views'
import { useState } from 'preact/hooks'
import { fillCode } from '../emulator/fill-code.ts'
import type { Message } from '../emulator/records.ts'

/** Codes go into the form of the page at a press; links open in another tab. */
export const EmulatorInbox = () => {
  const { value = [], problem } = useLive(control =>
    control.get<readonly Message[]>('/inbox?last=20'),
  )
  const [filled, setFilled] = useState('')
  const use = async (code: string) => {
    if (fillCode(code)) return setFilled(`${code} is in the form.`)
    await copyText(code)
    setFilled(`No field of this page takes a code: ${code} was copied.`)
  }
  return (
    <section>
      <h2>Inbox</h2>
      <p role="status" class="hint">
        {problem || filled}
      </p>
      {value.length === 0 && <p class="empty">No messages yet.</p>}
      <ul class="messages">
        {[...value].reverse().map(({ id, at, to, kind, code, link }) => (
          <li key={id}>
            <time>{formatTime(at)}</time> <span class="text">{to}</span>{' '}
            <span class="badge">{kind}</span>{' '}
            {code && (
              <DoButton label={`Fill in ${code}`} onDo={() => use(code)}>
                {code}
              </DoButton>
            )}
            {link && (
              <a href={link} target="_blank" rel="noreferrer">
                Open the link
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
