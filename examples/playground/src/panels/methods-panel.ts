import type { Snapshot } from '@clientele/core'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createSection } from '../dom/section.ts'
import { callMethod } from '../model/actions.ts'
import { clientMethods, type Method } from '../model/client-methods.ts'

const createRow = ({ store, act }: App, method: Method) => {
  const { name, does, danger } = method
  const output = element('output', { class: 'method__result', 'data-method': name })
  const action = callMethod(store, method, text => fill(output, text))
  const press = (trigger: HTMLElement) => act(action, { trigger })
  const button = createButton(name, press, { kind: danger ? 'danger' : undefined })
  return element(
    'li',
    { class: 'method' },
    button,
    element('span', { class: 'hint' }, does),
    output,
  )
}

/** Every method of the client as a button, with what it gave. */
export const createMethodsPanel = (app: App): Panel => {
  const rows = clientMethods.map(method => createRow(app, method))
  const fieldset = element(
    'fieldset',
    { class: 'plain' },
    element('ul', { class: 'methods' }, ...rows),
  )
  const { node } = createSection('methods', 'Methods', fieldset)
  return {
    node,
    render: ({ client }: Snapshot) => {
      fieldset.disabled = client === undefined
    },
  }
}
