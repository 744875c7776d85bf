import { type Page, type Row, RowList, useLive } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { JournalEntry } from '../../../src/model/journal.ts'
import { useRoute } from '../route.ts'
import { Search, Select } from './form.tsx'
import { RequestDetail } from './request-detail.tsx'
import { Section } from './section.tsx'

type Entry = Omit<JournalEntry, 'response'>

/** How many are shown until more are asked for. */
const step = 500

const toRow = ({ id, at, method, path, status, code }: Entry): Row => ({
  ...{ id, at, badge: String(status), tone: status < 400 ? 'good' : 'bad' },
  text: `${method} ${path}`,
  hint: code ?? undefined,
})

const statuses = [
  ['', 'any'],
  ['400', 'errors only'],
  ['500', 'server errors'],
] as const

const countOf = ({ items, total }: Page<Entry>) =>
  items.length < total ? `the newest ${items.length} of ${total}` : total

/** What was asked, newest first, with what was answered. */
export const Requests = ({ userId }: { readonly userId?: string | undefined }) => {
  const { params, filter } = useRoute()
  const [limit, setLimit] = useState(step)
  const { query = '', user = userId ?? '', status = '', request = '' } = params
  const wanted = { query, userId: user, minStatus: status, limit: String(limit) }
  const search = new URLSearchParams({ brief: 'true', newestFirst: 'true', ...wanted }).toString()
  const { value, problem } = useLive(control => control.list<Entry>(`/requests?${search}`), search)
  const select = (id: number | undefined) =>
    filter({ request: id === undefined ? undefined : String(id) })
  return (
    <Section title="Requests" count={value && countOf(value)}>
      <div class="tools">
        <Search label="Path or method" value={query} onValue={query => filter({ query })} />
        {userId === undefined && (
          <Search label="User" value={user} onValue={user => filter({ user })} />
        )}
        <Select
          label="Status"
          value={status}
          options={statuses}
          onValue={status => filter({ status })}
        />
      </div>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {value && value.items.length > 0 ? (
        <RowList
          label="Requests"
          items={value.items}
          toRow={toRow}
          selected={request === '' ? undefined : Number(request)}
          onSelect={select}
        />
      ) : (
        <p class="empty">{value ? 'No requests yet, or none like that.' : 'Loading…'}</p>
      )}
      {value && value.items.length < value.total && (
        <button type="button" onClick={() => setLimit(limit + step)}>
          Show more
        </button>
      )}
      {request && <RequestDetail key={request} id={request} onClose={() => select(undefined)} />}
    </Section>
  )
}
