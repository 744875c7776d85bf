import { createButton } from './dom/button.ts'
import { element, fill } from './dom/element.ts'
import type { Page } from './model/page.ts'

/** The place for what went wrong and belongs to no field. Screen readers say it at once. */
export const createAlerts = ({ alerts, announcement }: Page): HTMLElement => {
  const alert = element('div', { role: 'alert', 'aria-live': 'assertive' })
  const polite = element('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' })
  const dismiss = createButton('Dismiss', () => alerts.set([]), { kind: 'quiet' })
  alerts.subscribe(() => {
    const texts = alerts.get().map(message => element('p', {}, message))
    if (texts.length === 0) return alert.replaceChildren()
    alert.replaceChildren(
      element('div', { class: 'notice notice--error' }, element('div', {}, ...texts), dismiss),
    )
  })
  announcement.subscribe(() => fill(polite, announcement.get()))
  return element('div', { class: 'alerts' }, alert, polite)
}
