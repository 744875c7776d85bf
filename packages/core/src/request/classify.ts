// What a response means: one table, read from the top, in which the first row that fits decides.

import type { Content } from './decode.ts'

/**
 * - `success`: it was done.
 * - `api_error`: the API's own refusal, which is final.
 * - `signed_out`: asked who we are, the API says nobody.
 * - `transient`: it says nothing about who is signed in, and is tried again.
 * - `contradiction`: it does not go with what is known here: the client is read, and that decides.
 */
export type Verdict = 'success' | 'api_error' | 'signed_out' | 'transient' | 'contradiction'

/** What was asked: `read` the client, `end` sessions or the client, a `token`, or anything else. */
export type Endpoint = 'read' | 'end' | 'token' | 'other'

/** What is known of a response and of the state that it meets. */
export interface Facts {
  /** HTTP status. */
  readonly status: number
  /** What the body is, told by its form. */
  readonly content: Content
  /** The API's first error code. */
  readonly code?: string | undefined
  /** What was asked. */
  readonly endpoint: Endpoint
  /** `response` is `null`: there is none. */
  readonly isNull: boolean
  /** It carries another client, without sessions, while some are known here. */
  readonly isForeign: boolean
}

/** A row: every condition that it has must hold. */
export interface Classification {
  /** What the response means where all conditions hold. */
  readonly verdict: Verdict
  /** What it is about, in a word or two. */
  readonly name: string
  /** From and to, both included. */
  readonly status?: readonly [number, number]
  /** One of these HTTP statuses. */
  readonly statuses?: readonly number[]
  /** The body is one of these. */
  readonly content?: readonly Content[]
  /** The API's first error code is one of these. */
  readonly codes?: readonly string[]
  /** One of these was asked. */
  readonly endpoint?: readonly Endpoint[]
  /** `response` is `null`. */
  readonly isNull?: boolean
  /** It carries another client, without sessions, while some are known here. */
  readonly isForeign?: boolean
}

const ok = [100, 399] as const

/** The table, read from the top: the first row whose conditions all hold decides. */
export const classifications: readonly Classification[] = [
  {
    verdict: 'transient',
    name: 'unreadable',
    content: ['unreadable'],
  },
  {
    verdict: 'transient',
    name: 'nothing',
    content: ['nothing'],
  },
  {
    verdict: 'contradiction',
    name: 'foreign client',
    status: ok,
    endpoint: ['read'],
    isForeign: true,
  },
  {
    verdict: 'success',
    name: 'read or ended',
    status: ok,
    endpoint: ['read', 'end'],
  },
  {
    verdict: 'transient',
    name: 'null',
    status: ok,
    endpoint: ['other'],
    isNull: true,
  },
  { verdict: 'success', name: 'done', status: ok },
  {
    verdict: 'transient',
    name: 'not now',
    statuses: [408, 425, 429],
  },
  { verdict: 'transient', name: 'server failure', status: [500, 599] },
  {
    verdict: 'signed_out',
    name: 'nobody',
    status: [400, 403],
    endpoint: ['read'],
    codes: ['signed_out', 'authentication_invalid', 'client_not_found'],
  },
  {
    verdict: 'api_error',
    name: 'read refused',
    endpoint: ['read'],
  },
  {
    verdict: 'api_error',
    name: 'challenge',
    codes: ['requires_captcha', 'captcha_missing_token', 'dev_browser_unauthenticated'],
  },
  {
    verdict: 'contradiction',
    name: 'out of date',
    codes: [
      'session_exists',
      'identifier_already_signed_in',
      'organization_not_found',
      'organization_not_found_or_unauthorized',
      'not_a_member_in_organization',
      'user_banned',
      'user_deactivated',
    ],
  },
  {
    verdict: 'contradiction',
    name: 'not known',
    statuses: [401, 404],
  },
  { verdict: 'api_error', name: 'refused' },
]

const fits = (row: Classification, facts: Facts): boolean => {
  const { status: [from, to] = [0, 999], statuses, content, codes, endpoint } = row
  return (
    facts.status >= from &&
    facts.status <= to &&
    statuses?.includes(facts.status) !== false &&
    content?.includes(facts.content) !== false &&
    codes?.includes(facts.code ?? '') !== false &&
    endpoint?.includes(facts.endpoint) !== false &&
    !(row.isNull && !facts.isNull) &&
    !(row.isForeign && !facts.isForeign)
  )
}

/** The row that decides about a response. */
export const classify = (facts: Facts): Classification =>
  classifications.find(each => fits(each, facts)) as Classification // as: the last row fits all

/** What kind of endpoint a request goes to. */
export const endpointOf = (method: string, path: string): Endpoint => {
  if (path === '/client') return method === 'GET' ? 'read' : method === 'DELETE' ? 'end' : 'other'
  if (method === 'DELETE' || /^\/client\/sessions\/[^/]+\/(end|remove)$/.test(path)) return 'end'
  return /^\/client\/sessions\/[^/]+\/tokens(\/|$)/.test(path) ? 'token' : 'other'
}
