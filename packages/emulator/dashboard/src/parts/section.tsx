import type { Read } from '@clientele/views'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

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
  readonly children: (item: Item) => ComponentChildren
}

/** A list that may still be read, that could not be read, or that has nothing in it. */
export const List = <Item,>({ read, empty, look = 'list', children }: ListProps<Item>) => {
  const { value, problem } = read
  return (
    <>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {value && value.length > 0 ? (
        <ul class={look}>{value.map(children)}</ul>
      ) : (
        !(problem && !value) && <p class="empty">{value ? empty : 'Loading…'}</p>
      )}
    </>
  )
}
