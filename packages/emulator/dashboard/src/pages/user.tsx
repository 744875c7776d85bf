import { DoButton, Tree } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { EmulatedUser } from '../../../src/control/users.ts'
import { Inbox } from '../parts/inbox.tsx'
import { nameOf } from '../parts/name.ts'
import { Requests } from '../parts/requests.tsx'
import { Section } from '../parts/section.tsx'
import { Sessions } from '../parts/sessions.tsx'
import { useRecord } from '../parts/use-record.ts'
import { UserActions } from '../parts/user-actions.tsx'
import { UserFacts } from '../parts/user-facts.tsx'
import { UserForm } from '../parts/user-form.tsx'
import { UserOrganizations } from '../parts/user-organizations.tsx'
import { UserStatus } from '../parts/user-status.tsx'
import { toHash } from '../route.ts'

interface ShownProps {
  readonly user: EmulatedUser
  readonly onDelete: () => Promise<void>
}

const Shown = ({ user, onDelete }: ShownProps) => {
  const [edits, setEdits] = useState(false)
  return (
    <>
      <Section title={nameOf(user)}>
        <div class="row">
          <UserStatus user={user} />
          <button
            type="button"
            aria-expanded={edits}
            onClick={event => {
              if (event.detail < 2) setEdits(!edits)
            }}
          >
            {edits ? 'Close the form' : 'Edit'}
          </button>
          <UserActions user={user} />
          <span class="apart">
            <DoButton isDangerous label={`Delete ${nameOf(user)}`} onDo={onDelete}>
              Delete
            </DoButton>
          </span>
        </div>
        {edits && <UserForm user={user} onSaved={() => setEdits(false)} />}
        <UserFacts user={user} />
      </Section>
      <div class="halves">
        <div>
          <Sessions userId={user.id} />
          <UserOrganizations userId={user.id} />
        </div>
        <div>
          <Section title="Metadata">
            <Tree name="public" value={user.publicMetadata} isOpen />
            <Tree name="private" value={user.privateMetadata} />
            <Tree name="unsafe" value={user.unsafeMetadata} isOpen />
            <Tree name="the whole record" value={user} />
          </Section>
          {user.emailAddress && <Inbox to={user.emailAddress} />}
        </div>
      </div>
      <Requests userId={user.id} />
    </>
  )
}

/** Everything about one user. */
export const UserPage = ({ id }: { readonly id: string }) => {
  const { value, problem, remove } = useRecord<EmulatedUser>(
    `/users/${encodeURIComponent(id)}`,
    'users',
  )
  return (
    <>
      <p>
        <a href={toHash('users')}>All users</a>
      </p>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {value ? <Shown user={value} onDelete={remove} /> : !problem && <p class="empty">Loading…</p>}
    </>
  )
}
