// What WebDriver and WebDriver BiDi have in common, as far as these tests need it.

export type Json = string | number | boolean | null | readonly Json[]

/** Something a person does with one device, as both protocols write it. */
export type InputSource =
  | {
      readonly type: 'key'
      readonly id: string
      readonly actions: readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[]
    }
  | {
      readonly type: 'pointer'
      readonly id: string
      readonly actions: readonly (
        | { readonly type: 'pointerMove'; readonly x: number; readonly y: number }
        | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number }
      )[]
    }

/** A tab of a browser that is driven from here. */
export interface Tab {
  /** Goes there, or reloads; resolves when the page has loaded. */
  readonly open: (url: string) => Promise<void>
  /** Runs a function in the page. It sees nothing of where it is written but its arguments. */
  readonly evaluate: <Args extends readonly Json[], Result extends Json>(
    run: (...args: Args) => Result,
    ...args: Args
  ) => Promise<Result>
  readonly act: (source: InputSource) => Promise<void>
  readonly close: () => Promise<void>
}

export interface DrivenBrowser {
  readonly name: string
  readonly version: string
  readonly newTab: () => Promise<Tab>
  readonly close: () => Promise<void>
}

/** The text of a call that gives its result as JSON. */
export const callOf = <Args extends readonly Json[]>(
  run: (...args: Args) => Json,
  args: Args,
): string => `JSON.stringify((${run})(...${JSON.stringify(args)}))`
