import { useEffect, useState } from 'preact/hooks'
import { fit, keepPlace, type Place, readPlace, type TabName, tabNames } from '../data/place.ts'
import { ActionsTab } from '../tabs/actions-tab.tsx'
import { ClientTab } from '../tabs/client-tab.tsx'
import { EmulatorTab } from '../tabs/emulator-tab.tsx'
import { StateTab } from '../tabs/state-tab.tsx'
import { TimelineTab } from '../tabs/timeline-tab.tsx'
import { Resizer } from './resizer.tsx'

const tabs = {
  Client: ClientTab,
  Timeline: TimelineTab,
  Actions: ActionsTab,
  State: StateTab,
  Emulator: EmulatorTab,
}

const usePlace = (otherwise: Partial<Place>) => {
  const [place, setPlace] = useState(() => readPlace(otherwise))
  useEffect(() => keepPlace(place), [place])
  const change = (part: Partial<Place>) => setPlace(before => ({ ...before, ...part }))
  return [place, change] as const
}

interface TabsProps {
  readonly tab: TabName
  readonly onTab: (tab: TabName) => void
}

const Tabs = ({ tab, onTab }: TabsProps) => {
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = (tabNames.indexOf(tab) + step + tabNames.length) % tabNames.length
    const next = tabNames[at]
    if (next === undefined) return
    onTab(next)
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label="Clientele" class="tabs" onKeyDown={move}>
      {tabNames.map(name => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === tab}
          aria-controls="tab-panel"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** A button in the corner, and the panel once it was pressed. */
export const Panel = ({ otherwise }: { readonly otherwise: Partial<Place> }) => {
  const [place, change] = usePlace(otherwise)
  const { open, side, size, tab } = place
  if (!open)
    return (
      <button
        type="button"
        class="opener"
        aria-expanded="false"
        onClick={() => change({ open: true })}
      >
        Clientele
      </button>
    )
  const Tab = tabs[tab]
  const length = `${fit(size, side)}px`
  const other = side === 'bottom' ? 'right' : 'bottom'
  return (
    <aside
      class={`panel ${side}`}
      aria-label="Clientele devtools"
      style={side === 'bottom' ? { height: length } : { width: length }}
      onKeyDown={event => {
        if (event.key === 'Escape') change({ open: false })
      }}
    >
      <Resizer side={side} size={fit(size, side)} onSize={size => change({ size })} />
      <header>
        <Tabs tab={tab} onTab={tab => change({ tab })} />
        <span class="gap" />
        <button
          type="button"
          class={`quiet side ${other}`}
          aria-label={`To the ${other}`}
          title={`To the ${other}`}
          onClick={() => change({ side: other })}
        />
        <button
          type="button"
          class="quiet"
          aria-label="Close the devtools"
          onClick={() => change({ open: false })}
        >
          ✕
        </button>
      </header>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} class="content">
        <Tab key={tab} />
      </div>
    </aside>
  )
}
