import { assertKnown } from '../arguments.ts'
import type { Kernel } from '../kernel.ts'
import type { AccountApi } from './account/api.ts'
import { ask, requireSessionId, type Subject } from './account/ask.ts'
import { createPasskey, type WebAuthnCreate } from './account/passkey.ts'
import { readImage, setProfileImage, update } from './account/profile.ts'
import { readArguments, readParams } from './account/read-arguments.ts'
import { getSessions } from './account/sessions.ts'
import { type Kind, type Row, table } from './account/table.ts'
import { createAccountViews } from './account/views.ts'
import { withReverification } from './account/with-reverification.ts'

export type {
  AccountApi,
  BelongingsApi,
  FactorsApi,
  PhoneNumberAnswer,
  ProfileApi,
  ReverificationApi,
} from './account/api.ts'
export type {
  AttemptFirstFactorVerificationParams,
  AttemptSecondFactorVerificationParams,
  CreateExternalAccountParams,
  CreateOrganizationParams,
  PageParams,
  PrepareEmailAddressParams,
  PrepareVerificationFactorParams,
  ReauthorizeExternalAccountParams,
  SetProfileImageParams,
  StatusPageParams,
  UpdateMetadataParams,
  UpdatePasswordParams,
  UpdatePhoneNumberParams,
  UpdateUserParams,
  VerificationLevel,
} from './account/params.ts'
export type { WebAuthnCreate } from './account/passkey.ts'
export type {
  BackupCodes,
  DeletedObject,
  Organization,
  OrganizationInvitation,
  OrganizationMembership,
  OrganizationSuggestion,
  Page,
  ProfileImage,
  PublicOrganizationData,
  SessionData,
  SessionVerification,
  SessionWithActivities,
  Totp,
} from './account/resources.ts'
export type {
  NeedsReverification,
  WithReverification,
  WithReverificationOptions,
} from './account/with-reverification.ts'

/** Whose account it is. */
export interface AccountOptions {
  /** Whose account: the user of this session; left out, of the active one, whichever that is. */
  readonly sessionId?: string | undefined
  /** Makes passkeys; `navigator.credentials` when not set. */
  readonly credentials?: WebAuthnCreate | undefined
}

/** The account of a user, for who has a kernel: see {@link account}. */
export const createAccount = (
  kernel: Kernel,
  { sessionId, credentials = globalThis.navigator?.credentials }: AccountOptions = {},
): AccountApi => {
  const { show } = createAccountViews(kernel)

  /**
   * Does something as the user of one session: the same one until it is done, should another become
   * the active one meanwhile.
   */
  const as = async <Shown>(
    kind: Kind,
    work: (subject: Subject) => Promise<unknown>,
  ): Promise<Shown> => {
    const id = await requireSessionId(kernel, sessionId)
    // as: what answers of that kind are shown as
    return show(kind, await work({ kernel, sessionId: id }), id) as Shown
  }

  const bind =
    (name: string, row: Row) =>
    async (...given: unknown[]) => {
      const question = readArguments(name, row, given)
      return as(row[2], subject => ask(subject, question))
    }
  const methods = Object.fromEntries(
    Object.entries<Row>(table).map(([name, row]) => [name, bind(name, row)]),
  )
  return {
    // as: one method for each name of the table, whose kind says what it gives
    ...(methods as unknown as Pick<AccountApi, keyof typeof table>),
    update: async params => {
      const given = readParams('update', params)
      return as('user', subject => update(subject, given))
    },
    setProfileImage: async params => {
      const given = readImage(params)
      return as('item', subject => setProfileImage(subject, given))
    },
    createPasskey: () => as('item', subject => createPasskey(subject, credentials)),
    getSessions: () => as('list', getSessions),
    withReverification,
  }
}

/**
 * Lets a user change its own account. The store changes with each answer.
 *
 * @example
 * const api = clientele.use(account())
 * const { id } = await api.createEmailAddress({ email: 'ada@example.com' })
 * await api.prepareEmailAddressVerification(id, { strategy: 'email_code' })
 */
export const account = (options: AccountOptions = {}) => {
  assertKnown('account', options, 'sessionId, credentials')
  return (kernel: Kernel): AccountApi => createAccount(kernel, options)
}
