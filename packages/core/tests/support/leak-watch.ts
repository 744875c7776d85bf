import type { Clientele, ClienteleOptions, Fetch } from '@clientele/core'
import { persist } from '@clientele/core/persist'
import { timeline } from '@clientele/core/timeline'

/** Watches one store for everything secret that goes over its wire, and for every place where it must not turn up. */
export interface LeakWatch {
  /** The options of a store, with what is needed to watch it. */
  readonly options: (options: ClienteleOptions) => ClienteleOptions
  /** From now on every state of it is looked at. */
  readonly watch: (clientele: Clientele) => void
  /** An error that a caller was given. */
  readonly thrown: (error: unknown) => void
  /** Where which kind of secret turned up: empty when all is well. */
  readonly leaks: () => readonly string[]
  /** How many secrets are known, so that a test can tell that there were any. */
  readonly known: () => number
}

// Names of form fields whose values nobody but the server may see again.
const secretFields = /password|^code$|ticket|signature|public_key_credential|^token$/
const jwts = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g

/** All of an error that a log could print. */
const print = (error: unknown): string => {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? ''
  return [error.message, error.stack, JSON.stringify(error), print(error.cause)].join('\n')
}

export const createLeakWatch = (): LeakWatch => {
  const secrets = new Map<string, string>()
  const places: { readonly place: string; readonly text: string }[] = []
  const see = (place: string, text: string) => void places.push({ place, text })
  const keep = (kind: string, value: string | null | undefined) => {
    if (!value || value.length < 5) return
    secrets.set(value, kind)
    secrets.set(new URLSearchParams([['', value]]).toString().slice(1), kind)
  }
  let watched: Clientele | undefined

  const wrap =
    (fetch: Fetch): Fetch =>
    async (input, init) => {
      see('URL', input)
      for (const [name, value] of new URLSearchParams(String(init.body ?? '')))
        if (secretFields.test(name)) keep(name, value)
      keep('credential', new Headers(init.headers).get('authorization'))
      const answer = await fetch(input, init)
      keep('credential', answer.headers.get('authorization'))
      for (const [jwt] of (await answer.clone().text()).matchAll(jwts)) keep('token', jwt)
      return answer
    }

  return {
    options: options => {
      const items = new Map<string, string>()
      const storage = {
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => {
          see('storage', `${key} ${value}`)
          items.set(key, value)
        },
        removeItem: (key: string) => items.delete(key),
      }
      const onError = (error: unknown) => {
        see('onError', print(error))
        options.onError?.(error)
      }
      const { fetch = globalThis.fetch, modules = [] } = options
      return { ...options, onError, fetch: wrap(fetch), modules: [timeline(), persist({ storage }), ...modules] }
    },
    watch: clientele => {
      watched = clientele
      clientele.store.subscribe(state => see('state', JSON.stringify(state)))
    },
    thrown: error => see('error', print(error)),
    leaks: () => {
      see('timeline', JSON.stringify(watched?.explain()))
      const found = [...secrets].flatMap(([secret, kind]) => {
        // Six digits stand in many a longer number.
        const alone = new RegExp(`(?<![\\w])${secret.replace(/[^\w]/g, '\\$&')}(?![\\w])`)
        return places.filter(({ text }) => alone.test(text)).map(({ place }) => `${kind} in ${place}`)
      })
      return [...new Set(found)]
    },
    known: () => secrets.size,
  }
}
