import type { Instance } from '../../instance.ts'
import type { Settings } from '../../settings.ts'

interface Attribute {
  readonly requirement?: Settings['password']
  readonly firstFactors?: string[]
  readonly verifications?: string[]
  readonly verifyAtSignUp?: boolean
}

const toAttributeJson = ({
  requirement = 'off',
  firstFactors = [],
  verifications = [],
  verifyAtSignUp = false,
}: Attribute) => {
  const enabled = requirement !== 'off'
  return {
    enabled,
    required: requirement === 'required',
    used_for_first_factor: enabled && firstFactors.length > 0,
    first_factors: enabled ? firstFactors : [],
    used_for_second_factor: false,
    second_factors: [],
    verifications: enabled ? verifications : [],
    verify_at_sign_up: enabled && verifyAtSignUp,
    immutable: false,
  }
}

const toAttributesJson = (settings: Settings) => {
  const password = settings.password === 'off' ? [] : ['password']
  const off = toAttributeJson({})
  return {
    email_address: toAttributeJson({
      requirement: settings.emailAddress,
      firstFactors: ['email_code'],
      verifications: ['email_code'],
      verifyAtSignUp: settings.verifyEmailAtSignUp,
    }),
    phone_number: off,
    username: toAttributeJson({ requirement: settings.username, firstFactors: password }),
    web3_wallet: off,
    first_name: toAttributeJson({ requirement: settings.firstName }),
    last_name: toAttributeJson({ requirement: settings.lastName }),
    password: toAttributeJson({ requirement: settings.password }),
    authenticator_app: off,
    ticket: off,
    backup_code: off,
    passkey: off,
  }
}

const disabled = { enabled: false }

/** What an account consists of and how it is protected: section 3.10. CAPTCHA is off. */
export const toUserSettingsJson = ({ settings }: Instance) => ({
  attributes: toAttributesJson(settings),
  social: {},
  saml: disabled,
  enterprise_sso: disabled,
  sign_in: { second_factor: { required: false } },
  sign_up: {
    captcha_enabled: false,
    captcha_widget_type: 'smart',
    custom_action_required: false,
    progressive: true,
    mode: 'public',
    legal_consent_enabled: settings.legalConsent,
  },
  restrictions: {
    allowlist: disabled,
    blocklist: disabled,
    allowlist_blocklist_disabled_on_sign_in: disabled,
    block_email_subaddresses: disabled,
    block_disposable_email_domains: disabled,
  },
  password_settings: {
    disable_hibp: true,
    disable_password_reverification: false,
    min_length: settings.passwordMinLength,
    max_length: 72,
    require_special_char: false,
    require_numbers: false,
    require_uppercase: false,
    require_lowercase: false,
    show_zxcvbn: false,
    min_zxcvbn_strength: 0,
    enforce_hibp_on_sign_in: false,
    allowed_special_characters: '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~',
  },
  username_settings: {
    min_length: 4,
    max_length: 64,
    allow_extended_special_characters: false,
    allow_numeric_usernames: false,
  },
  actions: { delete_self: true, create_organization: false, create_organizations_limit: null },
  attack_protection: {
    user_lockout: { enabled: false, max_attempts: 100, duration_in_minutes: 60 },
    pii: { enabled: settings.enumerationProtection },
    email_link: { require_same_client: false },
    enumeration_protection: { enabled: settings.enumerationProtection },
  },
  passkey_settings: { allow_autofill: false, show_sign_in_button: false, satisfies_second_factor: false },
})
