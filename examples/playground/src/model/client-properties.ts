import type { Client, ClientMethods } from '@clientele/core'
import { formatDate, formatDistance } from './date.ts'

const date = (value: Date | null) => (value ? formatDate(value) : 'null')

const distantDate = (value: Date | null, now: number) =>
  value ? `${formatDate(value)} (${formatDistance(value, now)})` : 'null'

const attempt = ({
  id,
  status,
}: {
  readonly id: string | undefined
  readonly status: string | null
}) => (id === undefined ? 'blank' : `${status ?? 'null'} · ${id}`)

const sessions = (list: readonly { readonly id: string; readonly status: string }[]) =>
  list.length === 0 ? '[]' : list.map(({ id, status }) => `${id} (${status})`).join('\n')

/** A property of the client, and how it reads. */
export interface Property {
  readonly name: Exclude<keyof Client, keyof ClientMethods>
  readonly read: (client: Client, now: number) => string
}

/** The properties in the order of the reference. */
export const clientProperties: readonly Property[] = [
  { name: 'id', read: client => client.id ?? 'undefined' },
  { name: 'captchaBypass', read: client => String(client.captchaBypass) },
  { name: 'cookieExpiresAt', read: (client, now) => distantDate(client.cookieExpiresAt, now) },
  { name: 'createdAt', read: client => date(client.createdAt) },
  { name: 'updatedAt', read: client => date(client.updatedAt) },
  { name: 'lastActiveSessionId', read: client => client.lastActiveSessionId ?? 'null' },
  {
    name: 'lastAuthenticationStrategy',
    read: client => client.lastAuthenticationStrategy ?? 'null',
  },
  { name: 'sessions', read: client => sessions(client.sessions) },
  { name: 'signedInSessions', read: client => sessions(client.signedInSessions) },
  { name: 'signIn', read: client => attempt(client.signIn) },
  { name: 'signUp', read: client => attempt(client.signUp) },
]
