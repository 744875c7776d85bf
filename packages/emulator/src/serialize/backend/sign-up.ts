import type { Instance } from '../../model/instance.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import { toSignUpJson as toOwnSignUpJson } from '../sign-up.ts'

interface Slot {
  readonly next_action: string
  readonly supported_strategies: readonly string[]
}

// A backend is told what comes next, and not how far it is.
const toSlotJson = (slot: Slot | null) =>
  slot && { next_action: slot.next_action, supported_strategies: slot.supported_strategies }

/** A sign-up as a backend sees it. */
export const toSignUpJson = (instance: Instance, signUp: SignUpRecord) => {
  const { has_password: _, verifications, ...own } = toOwnSignUpJson(instance, signUp)
  return {
    ...own,
    verifications: {
      ...verifications,
      email_address: toSlotJson(verifications.email_address),
      phone_number: toSlotJson(verifications.phone_number),
      web3_wallet: toSlotJson(verifications.web3_wallet),
    },
  }
}
