import type { OAuthApplication } from '../model/oauth-application.ts'

const descriptions: Readonly<Record<string, string>> = {
  openid: 'Know who you are',
  profile: 'View your profile',
  email: 'View your email addresses',
  public_metadata: 'View your public metadata',
  private_metadata: 'View your private metadata',
  offline_access: 'Stay signed in while you are away',
}

// Without a list of all suffixes: `example.co.uk` and `example.com` are found, not each other one.
const registrable = /(?:^|\.)([^.]+\.(?:(?:ac|co|com|gov|net|org)\.[a-z]{2}|[a-z]{2,}))$/

const domainOf = (redirectUri: string): string | null =>
  registrable.exec(new URL(redirectUri).hostname)?.[1] ?? null

interface Asked {
  readonly clientId: string
  /** Those that were asked for; `null` for all that it may ask for. */
  readonly scopes: readonly string[] | null
  readonly redirectUri: string | null
}

/** What somebody is asked to consent to. */
export const toConsentJson = (
  { name, url, logoUrl, redirectUris = [], scopes = ['profile', 'email'] }: OAuthApplication,
  { clientId, scopes: asked, redirectUri }: Asked,
) => ({
  oauth_application_name: name,
  oauth_application_logo_url: logoUrl ?? null,
  oauth_application_url: url ?? null,
  client_id: clientId,
  redirect_domain:
    redirectUri !== null && redirectUris.includes(redirectUri) ? domainOf(redirectUri) : null,
  scopes: scopes
    .filter(scope => asked === null || asked.includes(scope))
    .map(scope => ({
      scope,
      description: descriptions[scope] ?? null,
      requires_consent: scope !== 'openid',
    })),
})
