import type { SignInRecord, SignInStatus } from '../model/records/sign-in.ts'
import type { SignUpRecord, SignUpStatus } from '../model/records/sign-up.ts'

/** What may follow each status of a sign-in. One that is over stays so. */
const ofSignIns: Readonly<Record<SignInStatus, readonly SignInStatus[]>> = {
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
  complete: [],
  abandoned: [],
}

/** What may follow each status of a sign-up. */
const ofSignUps: Readonly<Record<SignUpStatus, readonly SignUpStatus[]>> = {
  missing_requirements: ['complete', 'abandoned'],
  complete: [],
  abandoned: [],
}

const move = <Status extends string>(
  table: Readonly<Record<Status, readonly Status[]>>,
  attempt: { readonly id: string; status: Status },
  status: Status,
): void => {
  if (!table[attempt.status].includes(status))
    throw new Error(`${attempt.id} cannot go from ${attempt.status} to ${status}.`)
  attempt.status = status
}

/** @throws Error, a fault of the emulator, for a status that cannot follow the present one. */
export const moveSignIn = (signIn: SignInRecord, status: SignInStatus): void =>
  move(ofSignIns, signIn, status)

/** @throws Error, a fault of the emulator, for a status that cannot follow the present one. */
export const moveSignUp = (signUp: SignUpRecord, status: SignUpStatus): void =>
  move(ofSignUps, signUp, status)

/** Gives an attempt up. */
export const abandon = (attempt: SignInRecord | SignUpRecord): void => {
  // Sign-ups alone have this field: the two tables say the same of being given up.
  if ('createdUserId' in attempt) moveSignUp(attempt, 'abandoned')
  else moveSignIn(attempt, 'abandoned')
}
