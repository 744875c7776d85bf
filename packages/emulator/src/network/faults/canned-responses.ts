import type { CannedResponse } from '../../http/canned-response.ts'
import { claimedClient } from '../../http/claimed-client.ts'
import type { Incoming } from '../../http/incoming.ts'
import { toErrorsJson } from '../../lib/api-error.ts'
import type { Instance } from '../../model/instance.ts'
import type { Fault } from './fault.ts'
import type { FaultContext } from './fault-context.ts'

type Of<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>

const codes: Readonly<Record<number, string>> = {
  429: 'too_many_requests',
  500: 'internal_clerk_error',
  503: 'service_unavailable',
  504: 'gateway_timeout',
}

/**
 * An answer of this status. Without a body of its own it is an error as the Frontend API words it.
 */
export const statusResponse = (
  { status, body, retryAfter }: Of<'status'>,
  { instance }: FaultContext,
): CannedResponse => {
  const message = `A fault of the emulator answers ${status}.`
  const errors = () => ({
    errors: toErrorsJson([{ code: codes[status] ?? 'emulator_fault', message }]),
    clerk_trace_id: instance.ids.trace(),
  })
  return {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    },
    body: JSON.stringify(body === undefined ? errors() : body),
  }
}

const page =
  '<!doctype html><title>Please wait</title><h1>Something between you and the server ' +
  'answered this.</h1>'

export const htmlResponse = ({ status = 200, body = page }: Of<'html'>): CannedResponse => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  body,
})

/**
 * What recordings of a request are kept under: its route and who asks, so that nobody is shown
 * another's answer.
 */
export const recordingKey = (instance: Instance, incoming: Incoming): string =>
  `${incoming.method} ${incoming.url.pathname} ${claimedClient(instance, incoming)?.id ?? ''}`

/** What was answered earlier, if anything was. */
export const recordedResponse = (
  { age = 1 }: Of<'stale'>,
  { instance, incoming, recordings }: FaultContext,
): CannedResponse | null => recordings.find(recordingKey(instance, incoming), age) ?? null
