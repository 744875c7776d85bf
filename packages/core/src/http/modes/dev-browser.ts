import type { Credential } from './credential.ts'
import type { Mode } from './mode.ts'

/**
 * Development browsers: the credential is an id that travels in the query, because the page and the
 * Frontend API share no site for a cookie.
 *
 * @param create asks the Frontend API for a new id; called once however many requests wait for it.
 */
export const createDevBrowserMode = (
  credential: Credential,
  create: () => Promise<string>,
): Mode => {
  let creating: Promise<string> | undefined
  const setUp = () => {
    creating ??= create()
      .then(async id => {
        await credential.swap(null, id)
        return id
      })
      .finally(() => {
        creating = undefined
      })
    return creating
  }
  return {
    rotates: false,
    attach: async request => {
      const id = (await credential.read()) ?? (await setUp())
      request.query.__clerk_db_jwt = id
      return id
    },
    adopt: async (headers, sent) => {
      const next = headers.get('clerk-db-jwt')
      if (next) await credential.swap(sent, next)
    },
    renew: async sent => {
      await credential.swap(sent, null)
      return true
    },
  }
}
