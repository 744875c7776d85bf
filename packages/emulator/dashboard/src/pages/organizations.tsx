import { Age, useAct, useLive } from '@clientele/views'
import type { EmulatedOrganization } from '../../../src/domain/organization-input.ts'
import { Field, Form, Search, textOf } from '../parts/form.tsx'
import { List, Section } from '../parts/section.tsx'
import { goTo, toHash, useRoute } from '../route.ts'
import { OrganizationPage } from './organization.tsx'

/** The newest; a search finds the others. */
const most = 200

const Organizations = () => {
  const act = useAct()
  const { params, filter } = useRoute()
  const { query = '' } = params
  const search = new URLSearchParams({ query, newestFirst: 'true', limit: String(most) })
  const { value, problem } = useLive(
    control => control.list<EmulatedOrganization>(`/organizations?${search}`),
    query,
  )
  const create = async (data: FormData) => {
    const slug = textOf(data, 'slug')
    const given = { name: textOf(data, 'name'), ...(slug && { slug }) }
    const { id } = await act<EmulatedOrganization>('POST', '/organizations', given)
    goTo('organizations', id)
  }
  return (
    <Section title="Organizations" count={value?.total}>
      <div class="tools">
        <Search
          label="Search by name, slug or id"
          value={query}
          onValue={query => filter({ query })}
        />
      </div>
      <Form label="New organization" submit="Create organization" onSubmit={create}>
        <Field name="name" label="Name" isRequired />
        <Field name="slug" label="Slug, if another than the name says" />
      </Form>
      <List
        read={{ value: value?.items, problem }}
        empty={query ? 'No organization is like that.' : 'No organization yet.'}
      >
        {({ id, name, slug, members, createdAt }) => (
          <li key={id}>
            <a class="grow" href={toHash('organizations', id)}>
              <strong class="text">{name}</strong>
              <span class="hint">
                {slug} · <code>{id}</code>
              </span>
            </a>
            <span class="hint">
              {members.length === 1 ? '1 member' : `${members.length} members`} ·{' '}
              <Age at={createdAt} />
            </span>
          </li>
        )}
      </List>
    </Section>
  )
}

/** All organizations, or the one that is selected. */
export const OrganizationsPage = () => {
  const { id } = useRoute()
  return id === '' ? <Organizations /> : <OrganizationPage key={id} id={id} />
}
