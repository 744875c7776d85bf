import { identificationClaimed, resourceNotFound } from '../../lib/api-errors.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import type { Context } from '../context.ts'
import { startSession } from '../sessions.ts'
import { redeemTicket } from '../tickets.ts'
import { moveTo } from '../transitions.ts'
import { createUser, findUserBy } from '../users.ts'
import { fieldsOf } from './requirements.ts'

const lastStrategy = ({
  externalVerification,
  emailVerification,
  phoneVerification,
  web3Verification,
}: SignUpRecord) =>
  [externalVerification, emailVerification, phoneVerification, web3Verification].find(
    verification => verification?.status === 'verified',
  )?.strategy ?? 'password'

/** Makes the user and the session of a sign-up once nothing is missing or unverified. */
export const completeIfReady = (context: Context, signUp: SignUpRecord): void => {
  const { instance } = context
  const client = instance.database.clients.get(signUp.clientId)
  if (!client) throw resourceNotFound('Client')
  const { missing, unverified } = fieldsOf(instance, signUp)
  const { emailAddress, phoneNumber, web3Wallet, username, web3Verification } = signUp
  const identifiers = [emailAddress, phoneNumber, web3Wallet, username].filter(
    identifier => identifier !== null,
  )
  const isSomeone = identifiers.length > 0 || signUp.providerAccountId !== null
  if (missing.length > 0 || unverified.length > 0 || !isSomeone) return
  if (identifiers.some(identifier => findUserBy(instance, identifier)))
    throw identificationClaimed()
  const user = createUser(instance, {
    emailAddress,
    emailVerified: signUp.emailVerification?.status === 'verified',
    verificationStrategy: signUp.emailVerification?.strategy,
    phoneNumber,
    phoneVerified: signUp.phoneVerification?.status === 'verified',
    web3Wallet:
      web3Wallet === null ? null : { web3Wallet, strategy: web3Verification?.strategy ?? '' },
    passwordHash: signUp.passwordHash,
    username,
    firstName: signUp.firstName,
    lastName: signUp.lastName,
    publicMetadata: signUp.publicMetadata,
    unsafeMetadata: signUp.unsafeMetadata,
    legalAcceptedAt: signUp.legalAcceptedAt,
    externalId: signUp.externalId,
  })
  const account = instance.database.providerAccounts.get(signUp.providerAccountId ?? '')
  if (account) account.userId = user.id
  const ticket = instance.database.tickets.get(signUp.ticketId ?? '')
  if (ticket) redeemTicket(instance, ticket, user)
  moveTo(signUp, 'complete')
  signUp.createdUserId = user.id
  client.signUpId = null
  const isOwn = context.client === client
  signUp.createdSessionId = startSession(instance, client, user, lastStrategy(signUp), { isOwn }).id
}
