import type { Snapshot } from '@clientele/core'
import type { Panel } from '../app.ts'
import { element, fill } from '../dom/element.ts'
import { createScroller } from '../dom/scroller.ts'
import { createSection } from '../dom/section.ts'
import { clientProperties } from '../model/client-properties.ts'

/** Every property of the client, live; what changed is marked for a moment. */
export const createPropertiesPanel = (): Panel => {
  const rows = clientProperties.map(({ name, read }) => {
    const value = element('dd', { 'data-property': name }, 'not known yet')
    return { read, value, nodes: [element('dt', {}, element('code', {}, name)), value] }
  })
  const state = element('pre')
  const raw = element(
    'details',
    {},
    element('summary', {}, 'The client as JSON'),
    createScroller('State as JSON', state),
  )
  const list = element('dl', { class: 'properties' }, ...rows.flatMap(({ nodes }) => nodes))
  const { node } = createSection('client', 'Client', list, raw)
  let shown: Snapshot['client']

  const mark = (value: HTMLElement) => {
    value.classList.remove('changed')
    requestAnimationFrame(() => value.classList.add('changed'))
  }
  return {
    node,
    render: ({ client }) => {
      if (client === shown) return
      const isFirst = shown === undefined
      shown = client
      fill(state, JSON.stringify(client, null, 2))
      for (const { read, value } of rows) {
        const text = client ? read(client, Date.now()) : 'not known yet'
        if (text === value.textContent) continue
        fill(value, text)
        if (!isFirst) mark(value)
      }
    },
  }
}
