import { type Child, element } from './element.ts'

/**
 * A titled part of the page; its heading can take focus, so that keyboard users can be led there.
 */
export interface Section {
  readonly node: HTMLElement
  readonly heading: HTMLElement
}

export const createSection = (
  id: string,
  title: string,
  ...children: readonly Child[]
): Section => {
  const heading = element('h2', { id: `${id}-title`, tabindex: -1 }, title)
  const node = element(
    'section',
    { id, class: 'card', 'aria-labelledby': `${id}-title` },
    heading,
    ...children,
  )
  return { node, heading }
}
