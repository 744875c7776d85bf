/**
 * Shares a save of what there is when it begins: those who ask while one is on its way wait for the
 * next one, together.
 *
 * @throws whatever that save throws.
 */
export const createSharedSave = (save: () => Promise<void>): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  const begin = async () => {
    await last.catch(() => undefined) // whoever asked for it was told
    next = null
    await save()
  }
  return () => {
    if (next) return next
    next = begin()
    last = next
    return next
  }
}
