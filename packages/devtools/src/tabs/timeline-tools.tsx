import type { TimelineEvent } from '@clientele/core/timeline'
import { useRef, useState } from 'preact/hooks'
import { readFile, writeFile } from '../data/timeline-file.ts'
import { messageOf } from '../data/wording.ts'
import { type Filter, kinds } from './timeline-filter.ts'

const save = (events: readonly TimelineEvent[]) => {
  const url = URL.createObjectURL(new Blob([writeFile(events)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'clientele-timeline.json'
  link.click()
  URL.revokeObjectURL(url)
}

interface TimelineToolsProps {
  readonly events: readonly TimelineEvent[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly isImported: boolean
  readonly onImport: (events: readonly TimelineEvent[] | undefined) => void
}

/** Search, kinds, and a file to send or one that was sent. */
export const TimelineTools = (props: TimelineToolsProps) => {
  const { events, filter, onFilter, isImported, onImport } = props
  const file = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const toggle = (kind: string) => {
    const hidden = new Set(filter.hidden)
    if (!hidden.delete(kind)) hidden.add(kind)
    onFilter({ ...filter, hidden })
  }
  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    setProblem('')
    try {
      onImport(readFile(await chosen.text()))
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <div class="tools">
      <input
        type="search"
        aria-label="Search in the timeline"
        placeholder="Search"
        value={filter.text}
        onInput={event => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      {kinds.map(kind => (
        <button
          key={kind}
          type="button"
          class="toggle"
          aria-pressed={!filter.hidden.has(kind)}
          onClick={() => toggle(kind)}
        >
          {kind}
        </button>
      ))}
      <span class="gap" />
      {isImported && (
        <button type="button" onClick={() => onImport(undefined)}>
          Close the file
        </button>
      )}
      <button type="button" onClick={() => save(events)}>
        Export
      </button>
      <button type="button" onClick={() => file.current?.click()}>
        Import
      </button>
      <input
        ref={file}
        hidden
        type="file"
        accept="application/json,.json"
        aria-label="A timeline as a file"
        onChange={event => {
          void read(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {problem && (
        <span role="alert" class="problem">
          {problem}
        </span>
      )}
    </div>
  )
}
