import { type Child, element } from './element.ts'

/**
 * Something long in little room. Who has no mouse scrolls it with the arrow keys, so it takes the
 * focus.
 */
export const createScroller = (label: string, ...children: readonly Child[]): HTMLElement =>
  element(
    'div',
    { class: 'scroller', role: 'group', tabindex: 0, 'aria-label': label },
    ...children,
  )
