import type { Served } from './stage.ts'
import { visit } from './visitor.ts'

/** Bytes that a server holds on to after what is garbage was collected. */
export const measureHeap = async ({ address }: Served): Promise<number> =>
  Number(await (await fetch(`${address}/heap-used`)).text())

const atOnce = 20

/** Has a page rendered so often, by turns for each of these cookies. */
export const render = async (
  served: Served,
  cookies: readonly string[],
  count: number,
): Promise<void> => {
  let begun = 0
  const renderNext = async (): Promise<void> => {
    if (begun >= count) return
    await visit(served, cookies[begun++ % cookies.length])
    return renderNext()
  }
  await Promise.all(Array.from({ length: atOnce }, renderNext))
}
