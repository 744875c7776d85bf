import { isObject } from '../../is-object.ts'
import type { Kernel } from '../../kernel.ts'
import { createReconcile } from '../../normalize/reconcile.ts'
import type { UserRecord, VerificationRecord } from '../../records.ts'
import { invalid, parse } from '../../schema/parse.ts'
import { UserJson } from '../../schema/user.ts'
import { withDates } from '../../view/date.ts'
import { createUserViews } from '../../view/user-view.ts'
import { type Verification, viewVerification } from '../../view/verification-view.ts'
import type { Kind } from './table.ts'

type Fields = Readonly<Record<string, unknown>>

/** The field of a record as `view` shows it, where it is there. */
const viewField = (record: Fields, name: string, view: (value: Fields) => unknown): Fields =>
  isObject(record[name]) ? { [name]: view(record[name]) } : {}

/** Read as loosely as the rest: what is missing has a stand-in. */
const viewProof = (value: unknown): Verification =>
  // as: any object fits, and anything else is none
  viewVerification(isObject(value) ? (value as unknown as VerificationRecord) : null)

/** How the answers of one account are shown. */
export interface AccountViews {
  /** @throws ClienteleError `response_invalid` for what is none of that kind. */
  show(kind: Kind, json: unknown, sessionId: string): unknown
}

export const createAccountViews = ({ store, tokens }: Kernel): AccountViews => {
  const viewUser = createUserViews()
  const { toRecord } = createReconcile()

  const toFields = (json: unknown): Fields => {
    if (!isObject(json)) throw invalid('the response is no object')
    // as: an object becomes one
    return toRecord(json, null) as Fields
  }

  const viewRecord = (record: Fields): Fields => {
    // A token is the business of the token cache, and the user's has a view of its own.
    const { lastActiveToken, user, ...rest } = record
    return Object.freeze(
      withDates({
        ...rest,
        ...viewField(rest, 'verification', viewProof),
        ...viewField(rest, 'organization', viewRecord),
      }),
    )
  }

  const item = (json: unknown): Fields => viewRecord(toFields(json))

  /** As the store has it by now, so that it is what everybody else sees. */
  const user = (json: unknown): unknown => {
    const { id } = toFields(json)
    const known = Object.values(store.getState().users.byId).find(each => each.id === id)
    // as: the schema has just said so
    return viewUser(known ?? (toRecord(parse(UserJson, json, 'user'), null) as UserRecord))
  }

  const list = (json: unknown): readonly Fields[] => {
    if (!Array.isArray(json)) throw invalid('the response is no list')
    return Object.freeze(json.map(item))
  }

  const page = (json: unknown): unknown => {
    const { data: given = json, total_count: total }: Fields = isObject(json) ? json : {}
    const data = list(given)
    return Object.freeze({ data, totalCount: total ?? data.length })
  }

  const verification = (json: unknown, sessionId: string): unknown => {
    const record = toFields(json)
    // Tokens say how old the proofs are: those from before it are no longer right.
    if (record.status === 'complete') tokens.clear(id => id !== sessionId)
    return Object.freeze({
      id: sessionId,
      ...record,
      firstFactorVerification: viewProof(record.firstFactorVerification),
      secondFactorVerification: viewProof(record.secondFactorVerification),
      ...viewField(record, 'session', viewRecord),
    })
  }

  const views: Record<Kind, (json: unknown, sessionId: string) => unknown> = {
    item,
    user,
    list,
    page,
    verification,
  }
  return { show: (kind, json, sessionId) => views[kind](json, sessionId) }
}
