import { DoButton, Tree, useAct, useLive } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { EmulatedUser } from '../../../src/control/users.ts'
import { Inbox } from '../parts/inbox.tsx'
import { nameOf } from '../parts/name.ts'
import { Requests } from '../parts/requests.tsx'
import { Section } from '../parts/section.tsx'
import { Sessions } from '../parts/sessions.tsx'
import { UserActions } from '../parts/user-actions.tsx'
import { UserFacts } from '../parts/user-facts.tsx'
import { UserForm } from '../parts/user-form.tsx'
import { UserOrganizations } from '../parts/user-organizations.tsx'
import { UserStatus } from '../parts/user-status.tsx'
import { goTo, toHash } from '../route.ts'

const Shown = ({ user }: { readonly user: EmulatedUser }) => {
  const act = useAct()
  const [edits, setEdits] = useState(false)
  const remove = async () => {
    goTo('users')
    await act('DELETE', `/users/${user.id}`)
  }
  return (
    <>
      <Section title={nameOf(user)}>
        <div class="row">
          <UserStatus user={user} />
          <button type="button" aria-expanded={edits} onClick={() => setEdits(!edits)}>
            {edits ? 'Close the form' : 'Edit'}
          </button>
          <UserActions user={user} />
          <span class="apart">
            <DoButton isDangerous label={`Delete ${nameOf(user)}`} onDo={remove}>
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
  const { value, problem } = useLive(control =>
    control.get<EmulatedUser>(`/users/${encodeURIComponent(id)}`),
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
      {value ? <Shown user={value} /> : !problem && <p class="empty">Loading…</p>}
    </>
  )
}
