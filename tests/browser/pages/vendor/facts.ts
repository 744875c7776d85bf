// What both clients say of themselves, read through the members that both have.

interface UserLike {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly fullName: string | null
  readonly username: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  readonly passwordEnabled: boolean
  readonly primaryEmailAddressId: string | null
  readonly primaryEmailAddress: { readonly emailAddress: string } | null
  readonly lastSignInAt: Date | null
  readonly createdAt: Date | null
  readonly updatedAt: Date | null
}

interface SessionLike {
  readonly id: string
  readonly status: string
  readonly expireAt: Date
  readonly abandonAt: Date
  readonly lastActiveAt: Date
  readonly lastActiveOrganizationId: string | null
  readonly lastActiveToken: { readonly getRawString: () => string } | null
  readonly actor: unknown
  readonly tasks: unknown
  readonly currentTask?: unknown
  readonly factorVerificationAge: readonly [number, number] | null
  readonly publicUserData?: { readonly identifier: string } | null
  readonly user: UserLike | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

interface ClientLike {
  readonly id?: string | undefined
  readonly captchaBypass: boolean
  readonly cookieExpiresAt: Date | null
  readonly createdAt: Date | null
  readonly updatedAt: Date | null
  readonly lastActiveSessionId: string | null
  readonly lastAuthenticationStrategy: string | null
  readonly sessions: readonly SessionLike[]
  readonly signedInSessions: readonly { readonly id: string }[]
  readonly signUp: { readonly status: string | null }
  readonly isNew: () => boolean
  readonly isEligibleForTouch: () => boolean
}

/** One of the two libraries, as far as they are alike. */
export interface ClerkLike {
  readonly client: ClientLike | undefined
  readonly session: { readonly id: string } | null | undefined
  readonly user: { readonly id: string } | null | undefined
}

const readUser = (user: UserLike | null) =>
  user && {
    id: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    fullName: user.fullName,
    username: user.username,
    imageUrl: user.imageUrl,
    hasImage: user.hasImage,
    passwordEnabled: user.passwordEnabled,
    primaryEmailAddressId: user.primaryEmailAddressId,
    emailAddress: user.primaryEmailAddress?.emailAddress,
    lastSignInAt: user.lastSignInAt?.getTime() ?? null,
    createdAt: user.createdAt?.getTime() ?? null,
    updatedAt: user.updatedAt?.getTime() ?? null,
  }

/**
 * Whose a token is. Which one it is may differ: `reload()` fetches another one in Clientele, and
 * not in the vendor's SDK.
 */
const readToken = (jwt: string | undefined) => {
  if (jwt === undefined) return null
  const { iss, sub, sid, azp, sts } = JSON.parse(
    atob((jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')),
  )
  return { iss, sub, sid, azp, sts }
}

const readSession = (session: SessionLike) => ({
  id: session.id,
  status: session.status,
  expireAt: session.expireAt.getTime(),
  abandonAt: session.abandonAt.getTime(),
  lastActiveAt: session.lastActiveAt.getTime(),
  lastActiveOrganizationId: session.lastActiveOrganizationId,
  token: readToken(session.lastActiveToken?.getRawString()),
  actor: session.actor,
  tasks: session.tasks,
  currentTask: session.currentTask ?? null,
  factorVerificationAge: session.factorVerificationAge,
  identifier: session.publicUserData?.identifier,
  user: readUser(session.user),
  createdAt: session.createdAt.getTime(),
  updatedAt: session.updatedAt.getTime(),
})

/** Plain data to compare, with times in epoch milliseconds. */
export const readFacts = ({ client, session, user }: ClerkLike) => ({
  id: client?.id ?? null,
  captchaBypass: client?.captchaBypass,
  cookieExpiresAt: client?.cookieExpiresAt?.getTime() ?? null,
  createdAt: client?.createdAt?.getTime() ?? null,
  updatedAt: client?.updatedAt?.getTime() ?? null,
  lastActiveSessionId: client?.lastActiveSessionId,
  lastAuthenticationStrategy: client?.lastAuthenticationStrategy,
  sessions: client?.sessions.map(readSession) ?? [],
  signedInSessions: client?.signedInSessions.map(({ id }) => id),
  // A completed one stays readable in Clientele until it is reset: a difference that is meant.
  signUp: client?.signUp.status === 'complete' ? null : (client?.signUp.status ?? null),
  isNew: client?.isNew(),
  isEligibleForTouch: client?.isEligibleForTouch(),
  activeSession: session?.id ?? null,
  activeUser: user?.id ?? null,
})

export type Facts = ReturnType<typeof readFacts>
