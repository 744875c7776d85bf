import type { ClienteleStore, Session } from '@clientele/core'
import { DoButton, SessionCard, Tree } from '@clientele/views'

interface OwnSessionProps {
  readonly clientele: ClienteleStore
  readonly session: Session
  readonly before: unknown
  readonly isActive: boolean
}

/** How to call whoever a session is of. */
const nameOf = ({ user, id }: Session): string => {
  const name = [user?.firstName, user?.lastName].filter(Boolean).join(' ')
  return name || (user?.primaryEmailAddress?.emailAddress ?? user?.username ?? id)
}

/** A session of this client with what can be done with it. */
export const OwnSession = ({ clientele, session, before, isActive }: OwnSessionProps) => {
  const name = nameOf(session)
  const organizations = session.user?.organizationMemberships ?? []
  const actions = (
    <>
      {!isActive && session.user && (
        <DoButton
          label={`Use the session of ${name}`}
          onDo={() => clientele.setActive({ session: session.id })}
        >
          Use
        </DoButton>
      )}
      <DoButton label={`Touch the session of ${name}`} onDo={() => session.touch()}>
        Touch
      </DoButton>
      <DoButton label={`Reload the session of ${name}`} onDo={() => session.reload()}>
        Reload
      </DoButton>
      <DoButton isDangerous label={`End the session of ${name}`} onDo={() => session.end()}>
        End
      </DoButton>
      <DoButton isDangerous label={`Remove the session of ${name}`} onDo={() => session.remove()}>
        Remove
      </DoButton>
    </>
  )
  return (
    <SessionCard
      title={name}
      status={session.status}
      badges={isActive ? ['in use'] : []}
      actions={actions}
    >
      {isActive && organizations.length > 0 && (
        <div class="row">
          {organizations.map(({ organization: { id, name } }) => (
            <DoButton key={id} onDo={() => clientele.setActive({ organization: id })}>
              {session.lastActiveOrganizationId === id ? `✓ ${name}` : name}
            </DoButton>
          ))}
          <DoButton onDo={() => clientele.setActive({ organization: null })}>
            Personal account
          </DoButton>
        </div>
      )}
      <Tree name="session" value={session} before={before} />
    </SessionCard>
  )
}
