import type { Kernel } from '../kernel.ts'
import { clearAttempt } from '../slices/attempts.ts'

/** Forgets the sign-up in progress, here and at once. */
export const resetSignUp = ({ store }: Kernel): void => store.commit(clearAttempt('signUp'))
