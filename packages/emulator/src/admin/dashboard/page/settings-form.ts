import { html } from 'hono/html'
import { strategyNames } from '../../../domain/factors/strategies.ts'
import type { Settings } from '../../../model/settings.ts'

type Switch = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never
}[keyof Settings]

const switches: Readonly<Partial<Record<Switch, string>>> = {
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

const choice = (setting: keyof Settings, value: boolean | string, label: string) => html`
<label class="switch"><input type="radio" name="${setting}" data-setting="${setting}"
  data-choice="${JSON.stringify(value)}" />${label}</label>`

const count = (setting: keyof Settings, label: string, scale: number, max: number) => html`
<label>${label}<input type="number" min="0" max="${max}" step="any" required
  data-setting="${setting}" data-scale="${scale}" /></label>`

/** What is changed most, by hand; the rest is shown. */
export const renderSettingsForm = () => html`
<div id="settings">
  <fieldset><legend>Sessions in a browser</legend>
    ${choice('singleSession', false, 'Many at a time')}
    ${choice('singleSession', true, 'One at a time')}
  </fieldset>
  <fieldset><legend>Limits</legend>
    ${choice('limits', 'development', 'None')}
    ${choice('limits', 'production', 'As in production')}
  </fieldset>
  <fieldset><legend>Lockout</legend>
    ${count('lockoutAttempts', 'After wrong tries (0: never)', 1, 1000)}
    ${count('lockoutDuration', 'For minutes', 60_000, 100_000)}
  </fieldset>
  <fieldset><legend>Strategies</legend>
    <div class="columns">${strategyNames.map(
      strategy =>
        html`<label class="switch"><input type="checkbox"
          data-strategy="${strategy}" />${strategy}</label>`,
    )}</div>
  </fieldset>
  <fieldset><legend>More</legend>
    <div class="columns">${Object.entries(switches).map(
      ([name, label]) =>
        html`<label class="switch"><input type="checkbox"
          data-setting="${name}" />${label}</label>`,
    )}</div>
  </fieldset>
</div>
<details class="fold"><summary>All others</summary><pre id="other-settings"></pre></details>`
