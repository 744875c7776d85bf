import type { Message } from '../../model/inbox.ts'
import type { Instance } from '../../model/instance.ts'

const textOf = ({ code, link }: Message): string => link ?? code ?? ''

/** An email as `email.created` tells of it. */
const toEmailJson = (message: Message, ids: { userId: string | null; idn: string | null }) => ({
  object: 'email',
  id: message.id,
  slug: message.kind,
  from_email_name: 'noreply',
  to_email_address: message.to,
  email_address_id: ids.idn,
  user_id: ids.userId,
  subject: message.kind,
  body: textOf(message),
  body_plain: textOf(message),
  status: 'queued',
  data: message.code === null ? { action_url: message.link } : { otp_code: message.code },
  delivered_by_clerk: true,
})

/** A message to a phone as `sms.created` tells of it. */
const toSmsJson = (message: Message, ids: { userId: string | null; idn: string | null }) => ({
  object: 'sms_message',
  id: message.id,
  slug: message.kind,
  from_phone_number: '+15005550006',
  to_phone_number: message.to,
  phone_number_id: ids.idn,
  user_id: ids.userId,
  message: textOf(message),
  status: 'queued',
  data: { otp_code: message.code },
  delivered_by_clerk: true,
  created_at_ms: message.at,
})

/** The event of a message that was sent. */
export const toMessageEvent = ({ database }: Instance, message: Message) => {
  const user = database.users.holderOf(message.to)
  const own = [
    ...(user?.emailAddresses ?? []).map(({ id, emailAddress }) => ({ id, to: emailAddress })),
    ...(user?.phoneNumbers ?? []).map(({ id, phoneNumber }) => ({ id, to: phoneNumber })),
  ]
  const idn = own.find(({ to }) => to === message.to)?.id ?? null
  const ids = { userId: user?.id ?? null, idn }
  return message.to.includes('@')
    ? { type: 'email.created', data: toEmailJson(message, ids) }
    : { type: 'sms.created', data: toSmsJson(message, ids) }
}
