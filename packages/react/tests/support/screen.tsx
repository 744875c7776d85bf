import { act, type ReactNode } from 'react'
import { createRoot, type RootOptions } from 'react-dom/client'

// React asks for this flag before it lets `act` wait for what follows.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

export interface Screen {
  readonly element: HTMLElement
  show(node: ReactNode): Promise<void>
  act(work: () => unknown): Promise<void>
  close(): Promise<void>
}

/** Does something, and lets React show what follows from it. */
export const acting = async (work: () => unknown): Promise<void> => {
  await act(async () => void (await work()))
}

/** A root in an element of its own. */
export const openScreen = async (node: ReactNode, options: RootOptions = {}): Promise<Screen> => {
  const element = document.createElement('div')
  const root = createRoot(element, options)
  const show = (next: ReactNode) => acting(() => root.render(next))
  await show(node)
  return { element, show, act: acting, close: () => acting(() => root.unmount()) }
}
