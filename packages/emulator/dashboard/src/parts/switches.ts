import type { Settings } from '../../../src/model/settings.ts'

type Switch = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never
}[keyof Settings]

/** Settings that are on or off, and are changed most. */
export const switches: Readonly<Partial<Record<Switch, string>>> = {
  enumerationProtection: 'Never tell whether an account exists',
  clientTrust: 'A password alone is not enough on a new client',
  legalConsent: 'Sign-ups accept the legal terms',
  verifyEmailAtSignUp: 'Sign-ups verify the email address',
  verifyPhoneAtSignUp: 'Sign-ups verify the phone number',
  forceOrganizationSelection: 'An organization has to be chosen',
  passkeySatisfiesSecondFactor: 'A passkey counts as both factors',
  emailLinkSameClient: 'Links only work where they were asked for',
  createOrganizations: 'Users may create organizations',
  apiKeys: 'Users and organizations have API keys',
  organizationDomains: 'Organizations may have verified domains',
  deleteSelf: 'Users may delete their account',
  testMode: 'Test identities accept 424242',
  lastAuthenticationStrategy: 'Tell the last strategy',
  allowlist: 'Only who is on the allowlist signs up',
  blocklist: 'Nobody on the blocklist signs up',
  blockEmailSubaddresses: 'No addresses with a + sign up',
  nativeApi: 'Answer native clients',
  clientInErrors: 'Errors carry the client',
}
