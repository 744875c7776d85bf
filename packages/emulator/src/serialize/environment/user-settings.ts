import { attributeOf, isOfferedProof, offeredStrategies } from '../../domain/factors/strategies.ts'
import type { Strategy } from '../../domain/factors/strategy.ts'
import { initialsUrl } from '../../domain/image-url.ts'
import type { Instance } from '../../model/instance.ts'
import type { Settings } from '../../model/settings.ts'

interface Attribute {
  readonly requirement: Settings['password']
  readonly verifyAtSignUp?: boolean
}

// What each attribute is used for follows from the strategies that are listed with it.
const toAttributeJson = (
  settings: Settings,
  offered: readonly Strategy[],
  { requirement, verifyAtSignUp = false }: Attribute,
) => {
  const enabled = requirement !== 'off'
  const own = enabled ? offered : []
  const names = (isUsed: (strategy: Strategy) => unknown) =>
    own.filter(isUsed).map(strategy => strategy.name)
  const firstFactors = names(({ firstFactor }) => firstFactor)
  const secondFactors = names(({ secondFactor }) => secondFactor)
  return {
    enabled,
    required: requirement === 'required',
    used_for_first_factor: firstFactors.length > 0,
    first_factors: firstFactors,
    used_for_second_factor: secondFactors.length > 0,
    second_factors: secondFactors,
    verifications: names(each => isOfferedProof(settings, each)),
    verify_at_sign_up: enabled && verifyAtSignUp,
    immutable: false,
  }
}

const toAttributesJson = (settings: Settings) => {
  const offered = offeredStrategies(settings)
  const strategiesOf = (name: string) => offered.filter(each => attributeOf(each) === name)
  const isThere = (name: string): Attribute => ({
    requirement: strategiesOf(name).length > 0 ? 'on' : 'off',
  })
  const attributes: Readonly<Record<string, Attribute>> = {
    email_address: {
      requirement: settings.emailAddress,
      verifyAtSignUp: settings.verifyEmailAtSignUp,
    },
    phone_number: {
      requirement: settings.phoneNumber,
      verifyAtSignUp: settings.verifyPhoneAtSignUp,
    },
    username: { requirement: settings.username },
    web3_wallet: { requirement: settings.web3Wallet, verifyAtSignUp: true },
    first_name: { requirement: settings.firstName },
    last_name: { requirement: settings.lastName },
    password: { requirement: settings.password },
    authenticator_app: isThere('authenticator_app'),
    ticket: { requirement: 'off' },
    backup_code: isThere('backup_code'),
    passkey: isThere('passkey'),
  }
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      toAttributeJson(settings, strategiesOf(name), attribute),
    ]),
  )
}

const providerNames: Readonly<Record<string, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  linkedin_oidc: 'LinkedIn',
  x: 'X / Twitter',
}

/** `custom_acme` is called `Acme`. */
const providerNameOf = (provider: string): string => {
  const words = provider.replace(/^custom_/, '').replaceAll('_', ' ')
  return providerNames[provider] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

// Each provider as the strategy that it is.
const toSocialJson = (instance: Instance) =>
  Object.fromEntries(
    instance.settings.socialProviders.map(provider => {
      const strategy = `oauth_${provider}`
      const common = {
        enabled: true,
        required: false,
        authenticatable: true,
        block_email_subaddresses: false,
      }
      return [
        strategy,
        {
          ...common,
          strategy,
          not_selectable: false,
          deprecated: false,
          name: providerNameOf(provider),
          logo_url: initialsUrl(instance, providerNameOf(provider)),
        },
      ]
    }),
  )

const disabled = { enabled: false }

/**
 * What an account consists of and how it is protected. No CAPTCHA site key is told:
 * only the server's answers ask for one.
 */
export const toUserSettingsJson = (instance: Instance) => {
  const { settings } = instance
  return {
    attributes: toAttributesJson(settings),
    social: toSocialJson(instance),
    saml: disabled,
    enterprise_sso: { enabled: settings.enterpriseDomains.length > 0 },
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
      disable_hibp: settings.pwnedPasswords.length === 0,
      disable_password_reverification: false,
      min_length: settings.passwordMinLength,
      max_length: 72,
      require_special_char: settings.passwordRules.includes('special_char'),
      require_numbers: settings.passwordRules.includes('number'),
      require_uppercase: settings.passwordRules.includes('uppercase'),
      require_lowercase: settings.passwordRules.includes('lowercase'),
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
    actions: {
      delete_self: settings.deleteSelf,
      create_organization: settings.createOrganizations,
      create_organizations_limit: null,
    },
    attack_protection: {
      user_lockout: {
        enabled: settings.lockoutAttempts > 0,
        max_attempts: settings.lockoutAttempts,
        duration_in_minutes: Math.ceil(settings.lockoutDuration / 60_000),
      },
      pii: { enabled: settings.enumerationProtection },
      email_link: { require_same_client: settings.emailLinkSameClient },
      enumeration_protection: { enabled: settings.enumerationProtection },
    },
    passkey_settings: {
      allow_autofill: false,
      show_sign_in_button: !settings.disabledStrategies.includes('passkey'),
      satisfies_second_factor: settings.passkeySatisfiesSecondFactor,
    },
  }
}
