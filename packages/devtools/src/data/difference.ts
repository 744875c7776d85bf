/** One value that is another now. `undefined` where there was or is none. */
export interface Difference {
  /** `sessions.byId.sess_1.status` */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What differs between two values of one kind, by the smallest parts. */
export const differences = (before: unknown, after: unknown, path = ''): readonly Difference[] => {
  if (Object.is(before, after)) return []
  if (!isTree(before) || !isTree(after)) return [{ path: path || '(all)', before, after }]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap(name =>
    differences(before[name], after[name], path ? `${path}.${name}` : name),
  )
}
