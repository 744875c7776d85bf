import { paramDisabled, paramValueInvalid } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { backupCodeFactor } from './backup-code.ts'
import { emailCodeFactor, phoneCodeFactor, phoneCodeSecondFactor } from './codes.ts'
import { emailLinkFactor } from './email-link.ts'
import type { Factor, FactorJson } from './factor.ts'
import { totpFactor } from './totp.ts'

/**
 * The second factors a user set up, and those by which a client earns the user's trust (section
 * 5.2).
 */
const tables = {
  needs_second_factor: [totpFactor, phoneCodeSecondFactor, backupCodeFactor],
  needs_client_trust: [emailCodeFactor, emailLinkFactor, phoneCodeFactor],
} as const satisfies Record<string, readonly Factor[]>

export type SecondStep = keyof typeof tables

const enabled = ({ settings }: Instance, step: SecondStep): readonly Factor[] =>
  tables[step].filter(
    ({ strategy }) => !settings.disabledStrategies.some(disabled => disabled === strategy),
  )

export const isSecondStep = (status: SignInRecord['status']): status is SecondStep =>
  Object.hasOwn(tables, status)

/** The factors that a user can take this step with; none when it need not be taken. */
export const secondFactorsOf = (
  instance: Instance,
  user: UserRecord,
  step: SecondStep,
): FactorJson[] => {
  const factors = enabled(instance, step).flatMap(factor => factor.factorsOf(user))
  // Backup codes stand in for a second factor and are none by themselves.
  return factors.every(({ strategy }) => strategy === 'backup_code') ? [] : factors
}

/** @throws ApiError for a name that is not a strategy of this step, or one that is not enabled. */
export const secondFactorNamed = (instance: Instance, name: string, step: SecondStep): Factor => {
  const factor = enabled(instance, step).find(({ strategy }) => strategy === name)
  if (factor) return factor
  const exists = Object.values(tables).some(table =>
    table.some(({ strategy }) => strategy === name),
  )
  throw exists ? paramDisabled('strategy') : paramValueInvalid('strategy')
}
