import type { State } from '../state.ts'

// Ids, statuses and codes only, never a value that somebody typed.
const values: Readonly<Record<string, (state: State) => unknown>> = {
  status: ({ connection }) => connection.status,
  error: ({ connection }) => connection.error?.code,
  client: ({ client }) => client.id,
  'active session': ({ sessions }) => sessions.activeId,
  'to be revoked': ({ sessions }) =>
    (sessions.revokesAll ? 'all' : sessions.revoking.join(' ')) || null,
  signIn: ({ attempts }) => attempts.signIn.data?.status,
  'signIn fetching': ({ attempts }) => attempts.signIn.fetchStatus,
  'signIn error': ({ attempts }) => attempts.signIn.error?.code,
  signUp: ({ attempts }) => attempts.signUp.data?.status,
  'signUp fetching': ({ attempts }) => attempts.signUp.fetchStatus,
  'signUp error': ({ attempts }) => attempts.signUp.error?.code,
  'token cache': ({ cache }) => cache.epoch,
}

const change = (name: string, before: unknown, after: unknown): string =>
  `${name}: ${before ?? 'none'} → ${after ?? 'none'}`

/**
 * What a transition changed, a line each. What changed without a line of its own is told by its
 * slice's name.
 */
export const describeChanges = (before: State, after: State): readonly string[] => {
  const [was, is] = [before.sessions.byId, after.sessions.byId]
  const lines = Object.entries(values).flatMap(([name, select]) =>
    select(before) === select(after) ? [] : [change(name, select(before), select(after))],
  )
  const sessions = Object.keys({ ...was, ...is })
    .filter(id => was[id] !== is[id])
    .map(id => change(`session ${id}`, was[id]?.status, is[id]?.status))
  const slices = (['client', 'users', 'attempts'] as const).filter(
    name => before[name] !== after[name],
  )
  return [...lines, ...sessions, ...(lines.length + sessions.length > 0 ? [] : slices)]
}
