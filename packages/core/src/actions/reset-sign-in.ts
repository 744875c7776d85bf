import type { Kernel } from '../kernel.ts'
import { clearAttempt } from '../slices/attempts.ts'

/** Forgets the sign-in in progress, here and at once. */
export const resetSignIn = ({ store }: Kernel): void => store.commit(clearAttempt('signIn'))
