import { ApiError } from '../../lib/api-error.ts'

/** One of several things that are asked for at once, by what names it. */
export interface Task<Item> {
  readonly key: string
  run(): Item
}

/** Does each of them; one that is refused keeps no other from being done. */
export const runEach = <Item>(tasks: readonly Task<Item>[]) => {
  const done: Item[] = []
  const failed: { readonly key: string; readonly code: string }[] = []
  for (const { key, run } of tasks) {
    try {
      done.push(run())
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      failed.push({ key, code: error.faults[0].code })
    }
  }
  return { done, failed }
}
