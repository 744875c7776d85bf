/**
 * A save that writes what there is after it was asked for. Those who ask while one is on its way share the next; what did
 * not change since the last one is not written.
 */
export const createSharedSave = (
  read: () => Promise<string>,
  write: (text: string) => Promise<void>,
): (() => Promise<void>) => {
  let written: string | undefined
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  const begin = async () => {
    await last.catch(() => undefined) // whoever asked for it was told
    next = null
    const text = await read()
    if (text === written) return
    await write(text)
    written = text
  }
  return () => {
    if (next) return next
    const save = begin()
    next = save
    last = save
    return save
  }
}
