import type { Instance } from '../../instance.ts'

/** How one can identify and prove oneself, in the older of its two spellings. */
export const toAuthConfigJson = ({ settings }: Instance) => ({
  object: 'auth_config',
  id: 'aconf_emulator',
  first_name: settings.firstName,
  last_name: settings.lastName,
  email_address: settings.emailAddress,
  phone_number: 'off',
  username: settings.username,
  password: settings.password,
  identification_requirements: settings.emailAddress === 'required' ? [['email_address']] : [],
  identification_strategies: [
    ...(settings.emailAddress === 'off' ? [] : ['email_address']),
    ...(settings.username === 'off' ? [] : ['username']),
  ],
  first_factors: [...(settings.password === 'off' ? [] : ['password']), 'email_code', 'ticket'],
  second_factors: [],
  email_address_verification_strategies: ['email_code'],
  single_session_mode: settings.singleSession,
  enhanced_email_deliverability: false,
  test_mode: settings.testMode,
  cookieless_dev: true,
  url_based_session_syncing: true,
  claimed_at: null,
  reverification: false,
  native_settings: {
    object: 'native_settings',
    api_enabled: settings.nativeApi,
    trusted_device_sign_in_enabled: false,
    trusted_device_enrollment_prompt_after_sign_in_enabled: false,
    trusted_device_enrollment_prompt_after_sign_up_enabled: false,
  },
})
