import { isOfferedProof, offeredStrategies } from '../../domain/factors/strategies.ts'
import type { Strategy } from '../../domain/factors/strategy.ts'
import type { Instance } from '../../model/instance.ts'
import type { Settings } from '../../model/settings.ts'

const names = (settings: Settings, isUsed: (strategy: Strategy) => unknown): string[] =>
  offeredStrategies(settings)
    .filter(isUsed)
    .map(({ name }) => name)

/** How one can identify and prove oneself, in the older of its two spellings. */
export const toAuthConfigJson = ({ settings }: Instance) => ({
  object: 'auth_config',
  id: 'aconf_emulator',
  first_name: settings.firstName,
  last_name: settings.lastName,
  email_address: settings.emailAddress,
  phone_number: settings.phoneNumber,
  username: settings.username,
  password: settings.password,
  identification_requirements: settings.emailAddress === 'required' ? [['email_address']] : [],
  identification_strategies: [
    ...(settings.emailAddress === 'off' ? [] : ['email_address']),
    ...(settings.phoneNumber === 'off' ? [] : ['phone_number']),
    ...(settings.username === 'off' ? [] : ['username']),
  ],
  first_factors: [
    ...names(settings, ({ firstFactor }) => firstFactor),
    ...settings.socialProviders.map(provider => `oauth_${provider}`),
  ],
  second_factors: names(settings, ({ secondFactor }) => secondFactor),
  email_address_verification_strategies: names(
    settings,
    each => each.proof?.of === 'email_address' && isOfferedProof(settings, each),
  ),
  single_session_mode: settings.singleSession,
  enhanced_email_deliverability: false,
  test_mode: settings.testMode,
  cookieless_dev: true,
  url_based_session_syncing: true,
  claimed_at: null,
  reverification: settings.reverificationAfter !== null,
  native_settings: {
    object: 'native_settings',
    api_enabled: settings.nativeApi,
    trusted_device_sign_in_enabled: false,
    trusted_device_enrollment_prompt_after_sign_in_enabled: false,
    trusted_device_enrollment_prompt_after_sign_up_enabled: false,
  },
})
