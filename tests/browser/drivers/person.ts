import { vi } from 'vitest'
import type { InputSource, Tab } from './driven.ts'

/** Somebody with a mouse and a keyboard, in one tab. Elements are named by selectors of CSS. */
export interface Person {
  readonly open: (url: string) => Promise<void>
  /** Types into a field that may hold something already. */
  readonly fill: (selector: string, text: string) => Promise<void>
  readonly click: (selector: string) => Promise<void>
  /** Resolves once the element shows that text and, for an empty one, no other. */
  readonly sees: (selector: string, text: string) => Promise<void>
}

const patience = { timeout: 20_000, interval: 50 }

const keys = (text: string): InputSource => ({
  type: 'key',
  id: 'keyboard',
  actions: [...text].flatMap(value => [
    { type: 'keyDown' as const, value },
    { type: 'keyUp' as const, value },
  ]),
})

const press = (x: number, y: number): InputSource => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
})

export const createPerson = ({ open, evaluate, act }: Tab): Person => ({
  open,
  fill: async (selector, text) => {
    const focus = (selector: string) => {
      const field = document.querySelector<HTMLInputElement>(selector)
      field?.focus()
      field?.select()
      return field !== null && field === document.activeElement && !field.matches(':disabled')
    }
    await vi.waitFor(async () => {
      if (!(await evaluate(focus, selector))) throw new Error(`${selector} takes no text`)
    }, patience)
    await act(keys(text))
  },
  click: async selector => {
    const middleOf = (selector: string) => {
      const element = document.querySelector(selector)
      if (!element) return []
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = element.getBoundingClientRect()
      return [Math.round(x + width / 2), Math.round(y + height / 2)]
    }
    const [x, y] = await vi.waitFor(async () => {
      const middle = await evaluate(middleOf, selector)
      if (middle.length === 0) throw new Error(`there is no ${selector}`)
      return middle
    }, patience)
    await act(press(x ?? 0, y ?? 0))
  },
  sees: async (selector, text) => {
    const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? ''
    await vi.waitFor(async () => {
      const shown = await evaluate(textOf, selector)
      if (!shown.includes(text)) throw new Error(`${selector} shows ${shown} and not ${text}`)
    }, patience)
  },
})
