import { emailCodeFactor } from './email-code.ts'
import type { FirstFactor } from './first-factor.ts'
import { passwordFactor } from './password.ts'

/** The first-factor strategies of the emulator, in the order in which a sign-in offers them. */
export const firstFactors: readonly FirstFactor[] = [passwordFactor, emailCodeFactor]
