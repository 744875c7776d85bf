import type { Client, ClienteleStore } from '@clientele/core'

/**
 * The client as it is now. @throws Error while it is not known: the page has nothing to press then.
 */
export const needClient = ({ client }: ClienteleStore): Client => {
  if (!client) throw new Error('The client is not known yet')
  return client
}
