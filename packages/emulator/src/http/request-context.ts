import type { Context } from 'hono'
import type { Context as DomainContext } from '../domain/context.ts'
import type { Params } from '../domain/params.ts'
import type { Instance } from '../model/instance.ts'
import type { CannedResponse } from './canned-response.ts'
import type { Incoming } from './incoming.ts'
import { readParams } from './params.ts'

/** One request on its way, and what its answer says of the credential. */
export interface RequestContext extends DomainContext {
  readonly incoming: Incoming
  readonly devBrowserId: string | null
  /** What the client's credential and stamp were before the request. */
  readonly before: { readonly rotatingToken: string | null; readonly updatedAt: number | null }
  /** The client was deleted, and with it goes its credential. */
  dropped: boolean
  /** The credential is to be sent again with a full lifetime, although it did not change. */
  renewed: boolean
}

export interface Env {
  Bindings: {
    readonly instance: Instance
    readonly incoming: Incoming
    /** What a fault has answered instead. */
    readonly cannedResponse: CannedResponse | null
    /** The cookies of the answer, for those that cannot read them off its headers. */
    readonly setCookies: string[]
  }
  Variables: { context: RequestContext }
}

export const contextOf = (c: Context<Env>): RequestContext => c.get('context')

// The version of the API whose fields are known here. A client of a later one may send fields that
// came with it, which cannot be told from wrong ones: they are let pass.
const knownVersion = '2026-05-12'

/** The form of a request to a route that knows these fields. */
export const paramsOf = (c: Context<Env>, ...known: string[]): Params => {
  const version = c.env.incoming.url.searchParams.get('__clerk_api_version') ?? knownVersion
  return readParams(
    c.env.incoming.form,
    known,
    /^\d{4}-\d{2}-\d{2}$/.test(version) && version > knownVersion,
  )
}
