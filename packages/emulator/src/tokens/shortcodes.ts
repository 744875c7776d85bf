import { secondFactorsOf } from '../domain/factors/second-factors.ts'
import { imageUrlOf, initialsUrl } from '../domain/image-url.ts'
import { membershipIn, organizationOf } from '../domain/organizations.ts'
import { primaryEmailOf } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type { SessionRecord } from '../model/records/session.ts'
import type { UserRecord } from '../model/records/user.ts'

const fullNameOf = ({ firstName, lastName }: UserRecord): string | null =>
  [firstName, lastName].filter(name => name !== null).join(' ') || null

const userValues = (instance: Instance, user: UserRecord) => {
  const email = primaryEmailOf(user)
  const phone = user.phoneNumbers.find(({ id }) => id === user.primaryPhoneNumberId)
  return {
    id: user.id,
    external_id: user.externalId,
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    full_name: fullNameOf(user),
    image_url: imageUrlOf(instance, user),
    has_image: user.image !== null,
    primary_email_address: email?.emailAddress ?? null,
    email_verified: email?.verified ?? false,
    primary_phone_number: phone?.phoneNumber ?? null,
    phone_number_verified: phone?.verified ?? false,
    two_factor_enabled: secondFactorsOf(instance, user, 'needs_second_factor').length > 0,
    public_metadata: user.publicMetadata,
    unsafe_metadata: user.unsafeMetadata,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  }
}

const organizationValues = (
  instance: Instance,
  { userId, lastActiveOrganizationId }: SessionRecord,
) => {
  const membership = membershipIn(instance, userId, lastActiveOrganizationId)
  if (!membership) return {}
  const { id, name, slug, publicMetadata } = organizationOf(instance, membership)
  return {
    id,
    name,
    slug,
    role: membership.role,
    image_url: initialsUrl(instance, name),
    has_image: false,
    public_metadata: publicMetadata,
  }
}

const shortcode = /\{\{\s*([\w.]+)\s*\}\}/g
const onlyShortcode = /^\{\{\s*([\w.]+)\s*\}\}$/

// What a path such as `user.public_metadata.plan` leads to; null for nothing.
const lookUp = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (parent, key) =>
        typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
          ? Reflect.get(parent, key)
          : null,
      values,
    )

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const fill = (values: unknown, template: unknown): unknown => {
  if (typeof template === 'string') {
    const [, path] = onlyShortcode.exec(template) ?? []
    if (path !== undefined) return lookUp(values, path)
    return template.replace(shortcode, (_, inner: string) => toText(lookUp(values, inner)))
  }
  if (Array.isArray(template)) return template.map(item => fill(values, item))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(
    Object.entries(template).map(([key, item]) => [key, fill(values, item)]),
  )
}

/**
 * The claims of a JWT template with its shortcodes filled in, such as `{{user.id}}`, `{{org.slug}}`
 * or `{{user.public_metadata.plan}}`. One that is the whole text keeps its type; one that leads
 * nowhere is null.
 */
export const fillShortcodes = (
  instance: Instance,
  session: SessionRecord,
  claims: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const user = instance.database.users.get(session.userId)
  const values = {
    user: user ? userValues(instance, user) : {},
    org: organizationValues(instance, session),
    session: { id: session.id, actor: session.actor },
  }
  return Object.fromEntries(Object.entries(claims).map(([key, item]) => [key, fill(values, item)]))
}
