import type { Client } from '@clientele/core'

/** A method of the client, as the page offers it. */
export interface Method {
  readonly name: string
  readonly does: string
  readonly danger?: boolean
  /** Calls it; the result in words. */
  readonly call: (client: Client) => string | Promise<string>
}

const idOf = ({ id }: Client): string => (id === undefined ? 'a new client' : id)

export const clientMethods: readonly Method[] = [
  {
    name: 'reload()',
    does: 'Fetches the latest data and a fresh session token.',
    call: async client => idOf(await client.reload()),
  },
  {
    name: 'create()',
    does: 'Creates a new client, along with its cookie.',
    call: async client => idOf(await client.create()),
  },
  {
    name: 'removeSessions()',
    does: 'Removes all sessions.',
    danger: true,
    call: async client => `${(await client.removeSessions()).sessions.length} sessions left`,
  },
  {
    name: 'destroy()',
    does: 'Deletes the client; all sessions are reset.',
    danger: true,
    call: async client => {
      await client.destroy()
      return 'destroyed'
    },
  },
  {
    name: 'resetSignIn()',
    does: 'Clears the sign-in in progress.',
    call: client => {
      client.resetSignIn()
      return 'reset'
    },
  },
  {
    name: 'resetSignUp()',
    does: 'Clears the sign-up in progress.',
    call: client => {
      client.resetSignUp()
      return 'reset'
    },
  },
  {
    name: 'clearCache()',
    does: 'Drops the cached session tokens.',
    call: client => {
      client.clearCache()
      return 'cleared'
    },
  },
  {
    name: 'isNew()',
    does: 'Not yet saved in the Frontend API?',
    call: client => String(client.isNew()),
  },
  {
    name: 'isEligibleForTouch()',
    does: 'Does its cookie expire in 8 days or less?',
    call: client => String(client.isEligibleForTouch()),
  },
  {
    name: 'buildTouchUrl()',
    does: 'The URL that refreshes its state, then comes back here.',
    call: client => client.buildTouchUrl({ redirectUrl: new URL(location.href) }),
  },
]
