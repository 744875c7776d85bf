import { Age, useLive } from '@clientele/views'
import { useEffect, useState } from 'preact/hooks'
import type { EmulatedUser } from '../../../src/control/users.ts'
import { Search, Select } from '../parts/form.tsx'
import { identifierOf, nameOf } from '../parts/name.ts'
import { List, Section } from '../parts/section.tsx'
import { UserForm } from '../parts/user-form.tsx'
import { UserStatus } from '../parts/user-status.tsx'
import { goTo, toHash, useRoute } from '../route.ts'
import { UserPage } from './user.tsx'

/** How many are on one page. */
const size = 25

const statuses = [
  ['', 'any'],
  ['active', 'active'],
  ['banned', 'banned'],
  ['locked', 'locked'],
] as const

const Row = ({ user }: { readonly user: EmulatedUser }) => (
  <li>
    <a class="grow" href={toHash('users', user.id)}>
      <strong class="text">{nameOf(user)}</strong>
      <span class="hint">
        {nameOf(user) !== identifierOf(user) && `${identifierOf(user)} · `}
        <code>{user.id}</code>
      </span>
    </a>
    <UserStatus user={user} />
    <span class="hint">
      <Age at={user.createdAt} />
    </span>
  </li>
)

interface PagesProps {
  /** From 0. */
  readonly page: number
  readonly total: number
  readonly onPage: (page: number) => void
}

const Pages = ({ page, total, onPage }: PagesProps) => {
  const count = Math.max(1, Math.ceil(total / size))
  if (count === 1) return null
  return (
    <fieldset class="row" aria-label="Pages of users">
      <button type="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Newer
      </button>
      <span role="status">
        {page + 1} of {count}
      </span>
      <button type="button" disabled={page + 1 >= count} onClick={() => onPage(page + 1)}>
        Older
      </button>
    </fieldset>
  )
}

const Users = () => {
  const { params, filter } = useRoute()
  const [creates, setCreates] = useState(false)
  const { query = '', status = '' } = params
  const page = Math.max(0, Math.floor(Number(params.page ?? 0)) || 0)
  const search = new URLSearchParams({
    ...{ query, status, newestFirst: 'true', limit: String(size) },
    offset: String(page * size),
  }).toString()
  const { value, problem } = useLive(
    control => control.list<EmulatedUser>(`/users?${search}`),
    search,
  )
  const last = Math.max(0, Math.ceil((value?.total ?? 0) / size) - 1)
  // Those of a page may be gone, and the page with them.
  const isBeyond = value?.items.length === 0 && page > last
  useEffect(() => {
    if (isBeyond) filter({ page: String(last) })
  }, [isBeyond, last])
  const isFiltered = query !== '' || status !== ''
  return (
    <Section title="Users" count={value?.total}>
      <div class="tools">
        <Search
          label="Search by name, identifier or id"
          value={query}
          onValue={query => filter({ query, page: undefined })}
        />
        <Select
          label="Status"
          value={status}
          options={statuses}
          onValue={status => filter({ status, page: undefined })}
        />
        <button
          type="button"
          class={creates ? '' : 'primary'}
          aria-expanded={creates}
          onClick={event => {
            if (event.detail < 2) setCreates(!creates)
          }}
        >
          {creates ? 'Close the form' : 'New user'}
        </button>
      </div>
      {creates && <UserForm onSaved={({ id }) => goTo('users', id)} />}
      <List
        read={{ value: value?.items, problem }}
        empty={
          isFiltered
            ? 'Nobody is like that.'
            : 'Nobody yet: make a user, or sign up in the application.'
        }
      >
        {user => <Row key={user.id} user={user} />}
      </List>
      {value && (
        <Pages page={page} total={value.total} onPage={page => filter({ page: String(page) })} />
      )}
    </Section>
  )
}

/** All users, or the one that is selected. */
export const UsersPage = () => {
  const { id } = useRoute()
  return id === '' ? <Users /> : <UserPage key={id} id={id} />
}
