import { createButton } from './dom/button.ts'
import { element } from './dom/element.ts'

/** The place for what went wrong and belongs to no field. Screen readers say it at once. */
export interface Alerts {
  readonly node: HTMLElement
  readonly show: (messages: readonly string[]) => void
  readonly clear: () => void
  /** Says something to screen readers only, when they are done with what they are saying. */
  readonly announce: (text: string) => void
}

export const createAlerts = (): Alerts => {
  const alert = element('div', { role: 'alert', 'aria-live': 'assertive' })
  const polite = element('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' })
  const clear = () => alert.replaceChildren()
  return {
    node: element('div', { class: 'alerts' }, alert, polite),
    clear,
    show: messages => {
      const texts = messages.map(message => element('p', {}, message))
      const dismiss = createButton('Dismiss', clear, { kind: 'quiet' })
      alert.replaceChildren(element('div', { class: 'notice notice--error' }, element('div', {}, ...texts), dismiss))
    },
    announce: text => {
      polite.textContent = text
    },
  }
}
