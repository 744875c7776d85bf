/** A list whose rows stay the same elements, so that focus and scrolling survive a change. */
export interface KeyedList<Item> {
  readonly render: (items: readonly Item[]) => void
}

interface Row<Item> {
  readonly node: HTMLElement
  readonly update: (item: Item) => void
}

/**
 * @param parent holds the rows and nothing else
 * @param keyOf what makes a row the same one
 * @param createRow makes the row of an item; `update` is called right after, and whenever the item
 * changed
 */
export const createKeyedList = <Item>(
  parent: HTMLElement,
  keyOf: (item: Item) => string,
  createRow: (item: Item) => Row<Item>,
): KeyedList<Item> => {
  const rows = new Map<string, Row<Item>>()
  const rowOf = (item: Item) => {
    const known = rows.get(keyOf(item))
    if (known) return known
    const made = { ...createRow(item) }
    rows.set(keyOf(item), made)
    return made
  }
  return {
    render: items => {
      const keys = new Set(items.map(keyOf))
      for (const [key, { node }] of rows) {
        if (keys.has(key)) continue
        node.remove()
        rows.delete(key)
      }
      for (const [index, item] of items.entries()) {
        const row = rowOf(item)
        row.update(item)
        // Moving a node loses its focus, so only what stands in the wrong place moves.
        if (parent.children[index] !== row.node)
          parent.insertBefore(row.node, parent.children[index] ?? null)
      }
    },
  }
}
