import type { Facts } from './facts.ts'
import type { Flow, Outcome } from './flows.ts'

export interface SubjectOptions {
  readonly publishableKey: string
  /** Where the Frontend API is, for a library that would not reach it by the key alone. */
  readonly proxyUrl: string
  /** The browser is known by an id in the query, as development instances do it. */
  readonly usesDevBrowser: boolean
}

/** What the test asks of either library in a page: the same steps in each one's own words. */
export interface Subject {
  readonly load: (options: SubjectOptions) => Promise<Facts>
  readonly read: () => Facts
  readonly reload: () => Promise<Facts>
  readonly signUp: (address: string, password: string, code: string) => Promise<Facts>
  readonly signInByPassword: (address: string, password: string) => Promise<Facts>
  readonly signInByCode: (address: string, code: string) => Promise<Facts>
  /** Runs a flow and, when it made a session, makes that the active one. */
  readonly run: (flow: Flow, given: Readonly<Record<string, string>>) => Promise<Outcome>
  /** For the page that a provider leads back to. */
  readonly handleRedirectCallback: () => Promise<void>
  readonly switchTo: (sessionId: string) => Promise<Facts>
  readonly freshToken: () => Promise<string | null>
  /** One session, or all. */
  readonly signOut: (sessionId?: string) => Promise<Facts>
  /** The API's error codes when the password is wrong. */
  readonly codesOfWrongPassword: (address: string) => Promise<readonly string[]>
}

/** The two of them. */
export interface Lab {
  readonly vendor: Subject
  readonly clientele: Subject
}

declare global {
  interface Window {
    lab: Lab
  }
}
