import type { Context } from 'hono'
import type { ClientRecord } from '../database.ts'
import type { Instance } from '../instance.ts'
import { createClient, signedInSessionsOf } from '../state/clients.ts'
import type { Incoming } from './incoming.ts'
import { type Params, readParams } from './params.ts'

/** How a client proves itself: section 7. */
export type Mode = 'cookie' | 'dev-browser' | 'native'

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
  Bindings: { readonly instance: Instance; readonly incoming: Incoming }
  Variables: { call: Call }
}

export const callOf = (c: Context<Env>): Call => c.get('call')

/** The form of a request to a route that knows these fields. */
export const paramsOf = (c: Context<Env>, ...known: string[]): Params => readParams(c.env.incoming.form, known)

/** The client of a call, made now if there is none: clients come into being with their first attempt. */
export const ensureClient = (call: Call): ClientRecord => {
  call.client ??= createClient(call.instance)
  if (call.incoming.headers.get('origin')) call.client.origin = call.incoming.headers.get('origin')
  return call.client
}

/** The signed-in sessions of a call. */
export const signedInOf = (call: Call) => (call.client ? signedInSessionsOf(call.instance, call.client) : [])
