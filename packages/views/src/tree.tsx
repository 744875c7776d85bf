import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { formatDate } from './format.ts'

export interface TreeProps {
  readonly name: string
  readonly value: unknown
  /** What stood there before the last change; what differs from it is marked. */
  readonly before?: unknown
  readonly isOpen?: boolean
}

/** How many entries of a list are shown until all are asked for. */
const most = 100

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date)

const isShown = ([, value]: readonly [string, unknown]) => typeof value !== 'function'

const partOf = (value: unknown, name: string): unknown =>
  isBranch(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

/** A value that has no parts, in one line. */
const toText = (value: unknown): string => {
  if (value instanceof Date) return formatDate(value.getTime())
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

const summarize = (value: object): string => {
  const count = Object.entries(value).filter(isShown).length
  if (Array.isArray(value)) return `[${count}]`
  return count === 0 ? '{}' : `{${count}}`
}

/** Marks what the last change brought; `before` is left out where there was no change. */
const Name = ({ name, changed }: { readonly name: string; readonly changed: boolean }) =>
  changed ? (
    <mark class="name" title="changed last">
      {name}
    </mark>
  ) : (
    <span class="name">{name}</span>
  )

const Parts = ({ value, before }: { readonly value: object; readonly before: unknown }) => {
  const [showsAll, setShowsAll] = useState(false)
  const parts = Object.entries(value).filter(isShown)
  const shown = showsAll ? parts : parts.slice(0, most)
  return (
    <div class="parts">
      {shown.map(([key, part]) => (
        <Tree key={key} name={key} value={part} before={partOf(before, key)} />
      ))}
      {shown.length < parts.length && (
        <button type="button" class="quiet" onClick={() => setShowsAll(true)}>
          Show all {parts.length}
        </button>
      )}
    </div>
  )
}

/** A value that can be opened, part by part; functions are left out. */
export const Tree = ({ name, value, before, isOpen = false }: TreeProps): JSX.Element => {
  const [open, setOpen] = useState(isOpen)
  const changed = before !== undefined && !Object.is(before, value)
  if (!isBranch(value))
    return (
      <div class="leaf">
        <Name name={name} changed={changed} />{' '}
        <span class={`value ${value === null ? 'null' : typeof value}`}>{toText(value)}</span>
      </div>
    )
  return (
    <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <Name name={name} changed={changed} /> <span class="hint">{summarize(value)}</span>
      </summary>
      {open && <Parts value={value} before={before} />}
    </details>
  )
}
