import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'

/** A new development browser: the id by which a browser is known to a development instance. */
export const createDevBrowser = (
  { ids, clock, database }: Instance,
  client: ClientRecord | null = null,
) => {
  const devBrowser = { id: ids.next('dvb'), clientId: client?.id ?? null, createdAt: clock.now() }
  database.devBrowsers.set(devBrowser)
  return devBrowser
}
