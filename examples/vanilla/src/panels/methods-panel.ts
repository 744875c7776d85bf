import type { Snapshot } from '@clientele/core'
import { clientMethods, type Method, sortFaults } from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createSection } from '../dom/section.ts'
import { needClient } from './need-client.ts'

/** Longer results stand at the method only. */
const brief = (text: string) => (text.length > 40 ? 'see its result' : text)

const createRow = ({ clientele, perform }: App, { name, does, danger, call }: Method) => {
  const output = element('output', { class: 'method__result', 'data-method': name })
  const run = async () => {
    try {
      const text = await call(needClient(clientele))
      fill(output, text)
      return text
    } catch (error) {
      fill(output, sortFaults(error, []).general.join(' '))
      throw error
    }
  }
  const press = (trigger: HTMLElement) => perform({ label: `client.${name}`, run, describe: brief, trigger })
  const button = createButton(name, press, { kind: danger ? 'danger' : undefined })
  return element('li', { class: 'method' }, button, element('span', { class: 'hint' }, does), output)
}

/** Every method of the client as a button, with what it gave. */
export const createMethodsPanel = (app: App): Panel => {
  const rows = clientMethods.map(method => createRow(app, method))
  const fieldset = element('fieldset', { class: 'plain' }, element('ul', { class: 'methods' }, ...rows))
  const { node } = createSection('methods', 'Methods', fieldset)
  return {
    node,
    render: ({ client }: Snapshot) => {
      fieldset.disabled = client === undefined
    },
  }
}
