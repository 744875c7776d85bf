import { useLive } from '@clientele/views'
import type { EmulatedOrganization } from '../../../src/domain/organization-input.ts'
import { toHash } from '../route.ts'
import { List, Section } from './section.tsx'

/** Of which organizations somebody is a member, and as what. */
export const UserOrganizations = ({ userId }: { readonly userId: string }) => {
  const read = useLive(control =>
    control.get<readonly EmulatedOrganization[]>(
      `/organizations?${new URLSearchParams({ userId })}`,
    ),
  )
  return (
    <Section title="Organizations" count={read.value?.length}>
      <List read={read} empty="No organization.">
        {({ id, name, members }) => (
          <li key={id}>
            <a class="grow" href={toHash('organizations', id)}>
              <strong class="text">{name}</strong>
            </a>
            <span class="badge">{members.find(member => member.userId === userId)?.role}</span>
          </li>
        )}
      </List>
    </Section>
  )
}
