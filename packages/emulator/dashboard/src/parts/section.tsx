import type { Read } from '@clientele/views'
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'

interface SectionProps {
  readonly title: string
  /** How many there are, or in words which of them are shown. */
  readonly count?: string | number | undefined
  readonly children: ComponentChildren
}

/** A part of a page with its heading. */
export const Section = ({ title, count, children }: SectionProps) => {
  const id = useId()
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>
        {title}{' '}
        <small class="hint" role="status">
          {count}
        </small>
      </h2>
      {children}
    </section>
  )
}

interface ListProps<Item> {
  readonly read: Read<readonly Item[]>
  /** What stands there when there is none. */
  readonly empty: string
  /** How it is laid out: below one another, in several columns where there is room, or apart. */
  readonly look?: 'list' | 'list columns' | 'cards' | undefined
  /** As many are shown until all are asked for. */
  readonly most?: number | undefined
  readonly children: (item: Item) => ComponentChildren
}

/** A list that may still be read, that could not be read, or that has nothing in it. */
export const List = <Item,>(props: ListProps<Item>) => {
  const { read, empty, look = 'list', most = Number.POSITIVE_INFINITY, children } = props
  const { value, problem } = read
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? value : value?.slice(0, most)
  return (
    <>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {shown && shown.length > 0 ? (
        <ul class={look}>{shown.map(children)}</ul>
      ) : (
        !(problem && !value) && <p class="empty">{value ? empty : 'Loading…'}</p>
      )}
      {value && shown && shown.length < value.length && (
        <button type="button" onClick={() => setWhole(true)}>
          Show all {value.length}
        </button>
      )}
    </>
  )
}
