import { useEffect, useRef, useState } from 'preact/hooks'
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

/** Whether Escape is for something inside: for what takes it, or for a field with a text in it. */
const isEscapeInside = ({ defaultPrevented, isComposing, target }: KeyboardEvent): boolean => {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  const isText = isField && !['checkbox', 'radio', 'file'].includes(target.type)
  return defaultPrevented || isComposing || (isText && target.value !== '')
}

/** A button in the corner, and the panel once it was pressed. */
export const Panel = ({ otherwise }: { readonly otherwise: Partial<Place> }) => {
  const [place, change] = usePlace(otherwise)
  const { open, side, size, tab } = place
  const root = useRef<HTMLElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const isMoved = useRef(false)
  const show = (open: boolean) => {
    isMoved.current = true
    change({ open })
  }
  useEffect(() => {
    // The focus goes along with whoever opens or closes it, and with nobody else.
    if (!isMoved.current) return
    isMoved.current = false
    const tab = root.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
    ;(tab ?? opener.current)?.focus()
  }, [open])
  if (!open)
    return (
      <button
        ref={opener}
        type="button"
        class="opener"
        aria-expanded="false"
        onClick={() => show(true)}
      >
        Clientele
      </button>
    )
  const Tab = tabs[tab]
  const length = `${fit(size, side)}px`
  const other = side === 'bottom' ? 'right' : 'bottom'
  return (
    <aside
      ref={root}
      class={`panel ${side}`}
      aria-label="Clientele devtools"
      style={side === 'bottom' ? { height: length } : { width: length }}
      // What is typed here is none of the page's shortcuts.
      onKeyUp={event => event.stopPropagation()}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape' && !isEscapeInside(event)) show(false)
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
          onClick={() => show(false)}
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
