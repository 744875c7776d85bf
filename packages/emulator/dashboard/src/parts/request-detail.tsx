import { CopyButton, formatDate, Tree, useLive } from '@clientele/views'
import type { JournalEntry } from '../../../src/model/journal.ts'
import { toHash } from '../route.ts'
import { toCurl } from './to-curl.ts'

/** The answer as a tree, or as text where it was cut or is no JSON. */
const Answer = ({ text }: { readonly text: string }) => {
  try {
    return <Tree name="response" value={JSON.parse(text)} isOpen />
  } catch {
    return <pre>{text}</pre>
  }
}

const Shown = ({ entry }: { readonly entry: JournalEntry }) => {
  const { query, body, response, at, origin, userId } = entry
  return (
    <>
      <p class="hint">
        {formatDate(at)}
        {origin && ` · from ${origin}`}
        {userId && (
          <>
            {' · '}
            <a href={toHash('users', userId)}>{userId}</a>
          </>
        )}
      </p>
      {Object.keys(query).length > 0 && <Tree name="query" value={query} />}
      {Object.keys(body).length > 0 ? (
        <Tree name="body" value={body} isOpen />
      ) : (
        <p class="hint">No body was sent.</p>
      )}
      {response === null ? <p class="hint">No JSON was answered.</p> : <Answer text={response} />}
      <details>
        <summary>As a command</summary>
        <pre>{toCurl(entry, new URL('.', location.href).href)}</pre>
      </details>
    </>
  )
}

interface RequestDetailProps {
  readonly id: string
  readonly onClose: () => void
}

/** What was sent and answered, secrets masked. */
export const RequestDetail = ({ id, onClose }: RequestDetailProps) => {
  // After a reset another request may have its number.
  const { value, problem } = useLive(control => control.get<JournalEntry>(`/requests/${id}`), id)
  return (
    <section class="detail" aria-label={`Request ${id}`}>
      <div class="row">
        <strong class="text grow">
          {value ? `${value.method} ${value.path} · ${value.status}` : problem || 'Loading…'}
        </strong>
        {value && (
          <CopyButton text={toCurl(value, new URL('.', location.href).href)} what="as cURL">
            Copy as cURL
          </CopyButton>
        )}
        <button type="button" class="quiet" aria-label="Close the request" onClick={onClose}>
          ✕
        </button>
      </div>
      {value && <Shown entry={value} />}
    </section>
  )
}
