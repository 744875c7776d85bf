import { formatTime } from './format.ts'
import { rowHeight, useVirtualList } from './use-virtual-list.ts'

/** An event or a request in one line. */
export interface Row {
  readonly id: number
  /** Epoch ms. */
  readonly at: number
  readonly badge: string
  /** How the badge looks, and the line: `good`, `bad`, or the kind of an event. */
  readonly tone?: string | undefined
  readonly text: string
  readonly hint?: string | undefined
}

interface RowListProps<Item> {
  readonly items: readonly Item[]
  /** `Events` */
  readonly label: string
  readonly toRow: (item: Item) => Row
  readonly selected: number | undefined
  readonly onSelect: (id: number) => void
  /** The newest is the last, and whoever looks at it goes on doing so. */
  readonly followsEnd?: boolean | undefined
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
}

const Line = (props: {
  readonly row: Row
  readonly top: number
  readonly isSelected: boolean
  readonly onSelect: () => void
}) => {
  const { row, top, isSelected, onSelect } = props
  const { id, at, badge, tone = '', text, hint } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, as one of its kind does
    <div
      role="option"
      id={`event-${id}`}
      tabIndex={-1}
      aria-selected={isSelected}
      class={`event ${tone}`}
      style={{ top: `${top}px` }}
      onClick={onSelect}
    >
      <span class="number">{id}</span>
      <time>{formatTime(at)}</time>
      <span class={`badge ${tone}`}>{badge}</span>
      <span class="text">{text}</span>
      {hint && <span class="hint">{hint}</span>}
    </div>
  )
}

/** A long list of lines, of which only those are in the page that are near what is seen. */
export const RowList = <Item,>(props: RowListProps<Item>) => {
  const { items, label, toRow, selected, onSelect, followsEnd = false } = props
  const { list, first, last, onScroll, reveal } = useVirtualList(items.length, followsEnd)
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || items.length === 0) return
    event.preventDefault()
    const at = items.findIndex(item => toRow(item).id === selected)
    const begin = followsEnd ? items.length - 1 : 0
    const next = Math.max(0, Math.min(items.length - 1, at < 0 ? begin : at + step))
    reveal(next)
    const item = items[next]
    if (item !== undefined) onSelect(toRow(item).id)
  }
  return (
    <div
      ref={list}
      class="timeline"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={selected === undefined ? undefined : `event-${selected}`}
      onScroll={onScroll}
      onKeyDown={move}
    >
      <div class="all" style={{ height: `${items.length * rowHeight}px` }}>
        {items.slice(first, last).map((item, index) => {
          const row = toRow(item)
          return (
            <Line
              key={row.id}
              row={row}
              top={(first + index) * rowHeight}
              isSelected={row.id === selected}
              onSelect={() => onSelect(row.id)}
            />
          )
        })}
      </div>
    </div>
  )
}
