import type { SignInStatus } from '../model/records/sign-in.ts'
import type { SignUpStatus } from '../model/records/sign-up.ts'

/** What may follow each status of a sign-in or a sign-up. One that is over stays so. */
const followers: Readonly<
  Record<SignInStatus, readonly SignInStatus[]> & Record<SignUpStatus, readonly SignUpStatus[]>
> = {
  needs_identifier: [
    'needs_first_factor',
    'needs_second_factor',
    'needs_client_trust',
    'complete',
    'abandoned',
  ],
  needs_first_factor: [
    'needs_second_factor',
    'needs_client_trust',
    'needs_new_password',
    'complete',
    'abandoned',
  ],
  needs_second_factor: ['complete', 'abandoned'],
  needs_client_trust: ['complete', 'abandoned'],
  needs_new_password: ['needs_second_factor', 'needs_client_trust', 'complete', 'abandoned'],
  missing_requirements: ['complete', 'abandoned'],
  complete: [],
  abandoned: [],
}

/**
 * Gives an attempt its next status.
 *
 * @throws Error, a fault of the emulator, for a status that cannot follow the present one.
 */
export const moveTo = <Status extends SignInStatus | SignUpStatus>(
  attempt: { readonly id: string; status: Status },
  status: NoInfer<Status>,
): void => {
  const possible: readonly (SignInStatus | SignUpStatus)[] = followers[attempt.status]
  if (!possible.includes(status))
    throw new Error(`${attempt.id} cannot go from ${attempt.status} to ${status}.`)
  attempt.status = status
}
