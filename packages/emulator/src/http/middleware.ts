import type { Context, MiddlewareHandler } from 'hono'
import { sessionsOf } from '../domain/clients.ts'
import { originInvalid } from '../lib/api-errors.ts'
import { masked } from '../model/masking.ts'
import type { ClientRecord } from '../model/records/client.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import type { Env } from './request-context.ts'

const exposed = 'Authorization, Clerk-Db-Jwt, Retry-After, X-Country, Date'
const corsMethods = 'GET,POST'
const requestHeaders = 'authorization,content-type,x-mobile,x-expo-sdk-version'

/**
 * The headers of every answer: CORS for pages of other origins, no caching, the
 * emulator's time.
 */
export const corsHeaders: MiddlewareHandler<Env> = async (c, next) => {
  const { instance, incoming } = c.env
  const origin = incoming.headers.get('origin')
  c.header('Vary', 'Origin')
  c.header('Cache-Control', 'no-store')
  c.header('Date', new Date(instance.clock.now()).toUTCString())
  if (origin !== null) {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Allow-Credentials', 'true')
    c.header('Access-Control-Expose-Headers', exposed)
  }
  if (incoming.method === 'OPTIONS' && !c.env.cannedResponse) {
    c.header('Access-Control-Allow-Methods', corsMethods)
    c.header('Access-Control-Allow-Headers', requestHeaders)
    return c.body(null, 204)
  }
  // The refusal itself has the CORS headers: a page could not read it without.
  if (!isAllowedOrigin(instance, incoming.url, origin)) throw originInvalid(origin ?? 'null')
  await next()
}

const jsonOf = async (response: Response): Promise<string | null> => {
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return isJson ? response.clone().text() : null
}

const firstCode = (status: number, json: string | null): string | null => {
  if (status < 400 || json === null) return null
  try {
    const { errors }: { errors?: { code: string }[] } = JSON.parse(json)
    return errors?.[0]?.code ?? null
  } catch {
    return null // a fault has spoilt it
  }
}

const userOf = (c: Context<Env>): string | null => {
  // Absent for the Backend API, and for what was refused before it was known who asks.
  const client: ClientRecord | null = c.get('context')?.client ?? null
  if (!client) return null
  const sessions = sessionsOf(c.env.instance, client)
  const active = sessions.find(({ id }) => id === client.lastActiveSessionId) ?? sessions.at(-1)
  return active?.userId ?? null
}

/** Enters each request and its outcome in the journal, without secrets. */
export const requestLogger: MiddlewareHandler<Env> = async (c, next) => {
  const { instance, incoming } = c.env
  const at = instance.clock.now()
  await next()
  const response = await jsonOf(c.res)
  instance.journal.add({
    at,
    method: incoming.method,
    path: c.req.path,
    query: masked(incoming.url.searchParams),
    body: masked(incoming.form),
    origin: incoming.headers.get('origin'),
    status: c.res.status,
    code: firstCode(c.res.status, response),
    userId: userOf(c),
    response,
  })
}

// These have no body, and a response with one cannot be made.
const isBodyless = (status: number): boolean => status === 204 || status === 205 || status === 304

/**
 * Gives the answer that a fault has put in place of the real one; it is journaled and readable like
 * any other.
 */
export const faultResponse: MiddlewareHandler<Env> = async (c, next) => {
  const { cannedResponse } = c.env
  if (!cannedResponse) return next()
  const { status, headers, body } = cannedResponse
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  // as: Hono wants a literal status
  return c.newResponse(isBodyless(status) ? null : body, status as 200)
}

/** Refuses a request that could not even be read. */
export const validateRequest: MiddlewareHandler<Env> = async (c, next) => {
  if (c.env.incoming.fault) throw c.env.incoming.fault
  await next()
}
