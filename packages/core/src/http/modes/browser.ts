import type { Mode } from './mode.ts'

/**
 * Production browsers: the credential is an HttpOnly cookie that the server sets and no script
 * sees.
 */
export const createBrowserMode = (): Mode => ({
  rotates: false,
  attach: async () => null,
  adopt: async () => {},
})
