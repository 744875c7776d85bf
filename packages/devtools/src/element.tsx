import type { ClienteleStore } from '@clientele/core'
import { addressOf, Clock, createControl } from '@clientele/views'
import { render } from 'preact'
import type { Place } from './data/place.ts'
import { recorderOf } from './data/recorder.ts'
import { SubjectContext } from './panel/context.ts'
import { Panel } from './panel/panel.tsx'
import { style } from './panel/style.ts'

/** How the panel begins; what somebody changed on it is kept in `localStorage`. */
export interface DevtoolsOptions {
  /** Whether it is open at first; a button in the corner opens it when left out. */
  readonly open?: boolean | undefined
  /** The edge that it stands at, first; `bottom` when left out. */
  readonly side?: Place['side'] | undefined
  /**
   * Address of the emulator, `http://127.0.0.1:4100`; known from the key when left out. `false` for
   * none.
   */
  readonly emulator?: string | false | undefined
}

const controlOf = ({ publishableKey }: ClienteleStore, { emulator }: DevtoolsOptions) => {
  const address = emulator === false ? undefined : (emulator ?? addressOf(publishableKey))
  return address === undefined ? undefined : createControl(address)
}

const otherwiseOf = ({ open, side }: DevtoolsOptions): Partial<Place> => ({
  ...(open !== undefined && { open }),
  ...(side !== undefined && { side }),
})

/** Where there is no page, importing this module does nothing. */
const Base: typeof HTMLElement =
  globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement) // as: never made there

/** `<clientele-devtools>`, once `defineDevtools()` was called. */
export interface ClienteleDevtoolsElement extends HTMLElement {
  /** Shows a store, in the place of the one before. */
  show(clientele: ClienteleStore, options?: DevtoolsOptions): void
}

export class PanelElement extends Base implements ClienteleDevtoolsElement {
  #shown: { readonly clientele: ClienteleStore; readonly options: DevtoolsOptions } | undefined

  show(clientele: ClienteleStore, options: DevtoolsOptions = {}): void {
    this.#shown = { clientele, options }
    if (this.isConnected) this.#render()
  }

  connectedCallback(): void {
    this.#render()
  }

  disconnectedCallback(): void {
    if (this.shadowRoot) render(null, this.shadowRoot)
  }

  #render(): void {
    if (!this.#shown) return
    const { clientele, options } = this.#shown
    const root = this.shadowRoot ?? this.#openRoot()
    const recorder = recorderOf(clientele)
    const control = controlOf(clientele, options)
    render(
      <SubjectContext.Provider value={{ clientele, recorder, control }}>
        <Clock>
          <Panel otherwise={otherwiseOf(options)} />
        </Clock>
      </SubjectContext.Provider>,
      root,
    )
  }

  #openRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' })
    // No style element: a strict policy would refuse it.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]
    return root
  }
}
