import type { TimelineEvent } from '@clientele/core/timeline'
import { FileButton, saveFile } from '@clientele/views'
import { readFile, writeFile } from '../data/timeline-file.ts'
import { type Filter, kinds } from './timeline-filter.ts'

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
  const toggle = (kind: string) => {
    const hidden = new Set(filter.hidden)
    if (!hidden.delete(kind)) hidden.add(kind)
    onFilter({ ...filter, hidden })
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
      <button type="button" onClick={() => saveFile('clientele-timeline.json', writeFile(events))}>
        Export
      </button>
      <FileButton label="A timeline as a file" onText={text => onImport(readFile(text))}>
        Import
      </FileButton>
    </div>
  )
}
