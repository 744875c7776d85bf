import type { Context } from 'hono'
import { createClient, signedInSessionsOf } from '../domain/clients.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { Mode } from '../model/records/verification.ts'
import type { Substitute } from '../network/faults/passage.ts'
import type { Incoming } from './incoming.ts'
import { type Params, readParams } from './params.ts'

/** One request on its way: the instance it is for and the client that sent it. */
export interface Call {
  readonly instance: Instance
  readonly incoming: Incoming
  readonly mode: Mode
  readonly devBrowserId: string | null
  /** `null` while the sender has no client. */
  client: ClientRecord | null
  /** What the client's credential and stamp were before the call. */
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
    readonly substitute: Substitute | null
    /** The cookies of the answer, for those that cannot read them off its headers. */
    readonly setCookies: string[]
  }
  Variables: { call: Call }
}

export const callOf = (c: Context<Env>): Call => c.get('call')

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

/**
 * The client of a call, made now if there is none: clients come into being with their first
 * attempt.
 */
export const ensureClient = (call: Call): ClientRecord => {
  call.client ??= createClient(call.instance)
  if (call.incoming.headers.get('origin')) call.client.origin = call.incoming.headers.get('origin')
  return call.client
}

/** The signed-in sessions of a call. */
export const signedInOf = (call: Call) =>
  call.client ? signedInSessionsOf(call.instance, call.client) : []
