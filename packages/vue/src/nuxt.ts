import type { ClienteleOptions, State } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import type { StateRequest } from '@clientele/core/server'
import type { App } from 'vue'
import { createClientelePlugin } from './plugin.ts'

/** The part of a request on Nuxt's server that is used. */
export interface NuxtEvent {
  /** As Node.js has it: what was asked, and what is answered. */
  readonly node: {
    /** Only its cookies are read. */
    readonly req: StateRequest
    /** Is told that it is for one visitor alone. */
    readonly res: NuxtResponse
  }
}

/** Where headers of an answer are set. */
export interface NuxtResponse {
  /** As Node.js has it. */
  setHeader(name: string, value: string): unknown
}

/** The part of Nuxt's `nuxtApp` that is used. */
export interface NuxtPort {
  /** The application, which is given the plugin. */
  readonly vueApp: App
  /** What the server gives to the page. */
  readonly payload: Record<string, unknown>
  /** On a server only. */
  readonly ssrContext?: NuxtContext | undefined
}

/** What Nuxt knows on a server. */
export interface NuxtContext {
  /** The request that is answered. */
  readonly event: NuxtEvent
}

/** Options of a store, and where this server finds the Frontend API. */
export interface NuxtOptions extends Omit<ClienteleOptions, 'initialState'> {
  /** The absolute URL of the Frontend API as the server reaches it, where the page has a proxy. */
  readonly frontendApi?: string | undefined
}

/** On a server: what is known of the visitor, for the page, which no cache may keep then. */
const readOnServer = async (
  { payload, ssrContext }: NuxtPort,
  { publishableKey, domain, fetch, frontendApi: proxyUrl }: NuxtOptions,
) => {
  if (!ssrContext) return
  // Only a server has it: a page loads none of it.
  const { readState, stateHeaders } = await import('@clientele/core/server')
  const { req, res } = ssrContext.event.node
  payload.clientele = await readState(req, { publishableKey, domain, fetch, proxyUrl })
  for (const [name, value] of Object.entries(stateHeaders)) res.setHeader(name, value)
}

/**
 * The whole of a plugin of Nuxt: on the server it reads what is known of the visitor, and the page
 * begins with that. The store has the modules of `@clientele/core/browser`, unless others are
 * given.
 *
 * @throws TypeError for a wrong option, by name.
 * @example
 * export default defineNuxtPlugin(nuxtApp => installClientele(nuxtApp, { publishableKey }))
 */
export const installClientele = async (nuxtApp: NuxtPort, options: NuxtOptions): Promise<void> => {
  await readOnServer(nuxtApp, options)
  const { frontendApi: _, ...own } = options
  // as: what the server put there, which the store looks at
  const initialState = nuxtApp.payload.clientele as State | undefined
  nuxtApp.vueApp.use(createClientelePlugin({ modules: browserModules(), ...own, initialState }))
}
