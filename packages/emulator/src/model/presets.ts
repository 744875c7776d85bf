import type { SettingsPatch } from './settings.ts'

/** Settings that belong together, by the kind of application that has them. */
export const presets = {
  /** As an emulator is without settings: most ways in, few of them required. */
  default: {},
  /** As an instance that people use: limits of requests, nothing for tests, nothing given away. */
  production: {
    limits: 'production',
    testMode: false,
    enumerationProtection: true,
    clientTrust: true,
    captcha: 'sign-up',
  },
  /** For teams: everybody works in an organization. */
  b2b: {
    phoneNumber: 'off',
    username: 'off',
    organizations: true,
    forceOrganizationSelection: true,
  },
  /** An email address and a code that is sent to it, and nothing else. */
  minimal: {
    phoneNumber: 'off',
    username: 'off',
    password: 'off',
    firstName: 'off',
    lastName: 'off',
    socialProviders: [],
    createOrganizations: false,
    disabledStrategies: ['password', 'email_link', 'phone_code', 'passkey', 'totp', 'backup_code'],
  },
} as const satisfies Readonly<Record<string, SettingsPatch>>

/** The names of the presets of settings. */
export type PresetName = keyof typeof presets

const presetNames = Object.keys(presets)

const isPreset = (name: string): name is PresetName => Object.hasOwn(presets, name)

/** Settings, a preset, or a preset and what is other than in it. */
export type SettingsInput =
  | PresetName
  | (SettingsPatch & {
      /** What the others are laid over. */
      readonly preset?: PresetName | undefined
    })

/** Lays settings over those of their preset. @throws TypeError when there is none of that name. */
export const readPreset = (input: SettingsInput = {}): SettingsPatch => {
  const { preset = 'default', ...patch } = typeof input === 'string' ? { preset: input } : input
  if (!isPreset(preset))
    throw new TypeError(
      `settings: there is no preset ${JSON.stringify(preset)}; choose ${presetNames.join(', ')}.`,
    )
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...presets[preset], ...Object.fromEntries(given) }
}
