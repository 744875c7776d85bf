import { CopyButton, DoButton, Tree, useAct, useEmulator } from '@clientele/views'
import type { EmulatedUser } from '../../../src/control/users.ts'
import type { EmulatedOrganization } from '../../../src/domain/organization-input.ts'
import { Field, Form, textOf } from '../parts/form.tsx'
import { List, Section } from '../parts/section.tsx'
import { useRecord } from '../parts/use-record.ts'
import { toHash } from '../route.ts'

const Members = ({ organization }: { readonly organization: EmulatedOrganization }) => {
  const act = useAct()
  const { id, members } = organization
  return (
    <List read={{ value: members, problem: '' }} empty="No members.">
      {({ userId, role, permissions }) => (
        <li key={userId}>
          <a class="grow text" href={toHash('users', userId)}>
            {userId}
          </a>
          <span class="badge" title={permissions.join(', ')}>
            {role}
          </span>
          <DoButton
            isDangerous
            label={`Remove the member ${userId}`}
            onDo={() => act('DELETE', `/organizations/${id}/members/${userId}`)}
          >
            Remove
          </DoButton>
        </li>
      )}
    </List>
  )
}

interface ShownProps {
  readonly organization: EmulatedOrganization
  readonly onDelete: () => Promise<void>
}

const Shown = ({ organization, onDelete }: ShownProps) => {
  const act = useAct()
  const { control } = useEmulator()
  const { id, name, slug, members, publicMetadata, privateMetadata } = organization
  const add = async (data: FormData, form: HTMLFormElement) => {
    const person = encodeURIComponent(textOf(data, 'person'))
    const user = await control.get<EmulatedUser>(`/users/${person}`)
    const role = textOf(data, 'role')
    await act('POST', `/organizations/${id}/members`, { userId: user.id, ...(role && { role }) })
    form.reset()
  }
  return (
    <>
      <Section title={name}>
        <div class="row">
          <code>{id}</code> <CopyButton text={id} what="the organization’s id" />
          <span class="hint">{slug}</span>
          <span class="apart">
            <DoButton isDangerous label={`Delete ${name}`} onDo={onDelete}>
              Delete
            </DoButton>
          </span>
        </div>
        <Tree name="public metadata" value={publicMetadata} />
        <Tree name="private metadata" value={privateMetadata} />
      </Section>
      <Section title="Members" count={members.length}>
        <Form label="Add a member" submit="Add member" onSubmit={add}>
          <Field name="person" label="Id or identifier of a user" isRequired />
          <Field name="role" label="Role" value="org:member" />
        </Form>
        <Members organization={organization} />
      </Section>
    </>
  )
}

/** One organization with its members. */
export const OrganizationPage = ({ id }: { readonly id: string }) => {
  const { value, problem, remove } = useRecord<EmulatedOrganization>(
    `/organizations/${encodeURIComponent(id)}`,
    'organizations',
  )
  return (
    <>
      <p>
        <a href={toHash('organizations')}>All organizations</a>
      </p>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {value ? (
        <Shown organization={value} onDelete={remove} />
      ) : (
        !problem && <p class="empty">Loading…</p>
      )}
    </>
  )
}
