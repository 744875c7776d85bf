import type { State } from '../state.ts'

const arrow = (before: unknown, after: unknown): string => `${before ?? 'none'} → ${after ?? 'none'}`

const without = (all: readonly string[], others: readonly string[], sign: string): readonly string[] =>
  all.filter(id => !others.includes(id)).map(id => `${sign}${id}`)

const line = (name: string, before: unknown, after: unknown): readonly string[] =>
  before === after ? [] : [`${name}: ${arrow(before, after)}`]

const attempt = (kind: 'signIn' | 'signUp', { attempts: a }: State, { attempts: b }: State): readonly string[] => {
  const [before, after] = [a[kind], b[kind]]
  if (before === after) return []
  const lines = [
    ...line(kind, before.data?.status, after.data?.status),
    ...line(`${kind} fetching`, before.fetchStatus, after.fetchStatus),
    ...line(`${kind} error`, before.error?.code, after.error?.code),
  ]
  return lines.length > 0 ? lines : [kind]
}

/** What a transition changed, a line each; ids and statuses only, never a value that somebody typed. */
export const describeChanges = (before: State, after: State): readonly string[] => {
  const [was, is] = [before.sessions, after.sessions]
  const moved = [...without(is.ids, was.ids, '+'), ...without(was.ids, is.ids, '-')]
  const changed = is.ids.filter(id => was.byId[id] && was.byId[id] !== is.byId[id])
  return [
    ...line('status', before.connection.status, after.connection.status),
    ...line('error', before.connection.error?.code, after.connection.error?.code),
    ...line('client', before.client.id, after.client.id),
    ...(before.client !== after.client && before.client.id === after.client.id ? ['client fields'] : []),
    ...(moved.length > 0 ? [`sessions: ${moved.join(' ')}`] : []),
    ...changed.map(id => `session ${id}: ${arrow(was.byId[id]?.status, is.byId[id]?.status)}`),
    ...line('active session', was.activeId, is.activeId),
    ...line('to be revoked', was.revoking.join(' ') || null, is.revoking.join(' ') || null),
    ...(before.users === after.users ? [] : ['users']),
    ...attempt('signIn', before, after),
    ...attempt('signUp', before, after),
    ...line('token cache', before.cache.epoch, after.cache.epoch),
  ]
}
