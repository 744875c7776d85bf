import type { Page } from '@clientele/core/revalidate'

/**
 * A page without a browser: its events are dispatched by the test, and what is listened to is
 * counted.
 */
export interface FakePage extends Page {
  visible: boolean
  online: boolean
  focused: boolean
  /** The origin of the page around this one, when it is in a frame. */
  around: string | undefined
  /** Types that are listened to now. */
  readonly listening: () => readonly string[]
  /** Dispatches where a browser would. */
  fire(type: string, fields?: object): void
}

const createTarget = () => {
  const target = new EventTarget()
  const types: string[] = []
  return {
    types,
    dispatch: (event: Event) => target.dispatchEvent(event),
    addEventListener: (type: string, listener: (event: Event) => void) => {
      types.push(type)
      target.addEventListener(type, listener)
    },
    removeEventListener: (type: string, listener: (event: Event) => void) => {
      types.splice(types.indexOf(type), 1)
      target.removeEventListener(type, listener)
    },
  }
}

/** @param address where the page is. */
export const createFakePage = (address = 'https://app.example.com/'): FakePage => {
  const { hostname, protocol, origin } = new URL(address)
  const window = createTarget()
  const document = createTarget()
  const page: FakePage = {
    visible: true,
    online: true,
    focused: true,
    around: undefined,
    window: {
      ...window,
      location: { hostname, protocol, origin },
      get top() {
        return { location: { origin: page.around ?? origin } }
      },
      navigator: {
        get onLine() {
          return page.online
        },
      },
    },
    document: {
      ...document,
      get visibilityState() {
        return page.visible ? 'visible' : 'hidden'
      },
      hasFocus: () => page.focused,
    },
    listening: () => [...window.types, ...document.types].sort(),
    fire: (type, fields = {}) => {
      const make = () => Object.assign(new Event(type), fields)
      // What happens to the document comes up to the window.
      if (type === 'visibilitychange') document.dispatch(make())
      window.dispatch(make())
    },
  }
  return page
}
