import { Hono } from 'hono'
import { publicKeySet } from '../../lib/keys.ts'
import type { Env } from '../request-context.ts'

const openIdConfiguration = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/oauth/authorize`,
  token_endpoint: `${issuer}/oauth/token`,
  revocation_endpoint: `${issuer}/oauth/token/revoke`,
  introspection_endpoint: `${issuer}/oauth/token_info`,
  userinfo_endpoint: `${issuer}/oauth/userinfo`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  scopes_supported: ['openid', 'profile', 'email', 'public_metadata', 'private_metadata'],
  response_types_supported: ['code'],
  response_modes_supported: ['form_post', 'query'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'none', 'client_secret_post'],
  claims_supported: ['aud', 'exp', 'iat', 'iss', 'sub', 'email', 'name', 'username'],
  code_challenge_methods_supported: ['S256'],
  backchannel_logout_supported: false,
  frontchannel_logout_supported: false,
})

const authorizationServer = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/oauth/authorize`,
  token_endpoint: `${issuer}/oauth/token`,
  revocation_endpoint: `${issuer}/oauth/token/revoke`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'none', 'client_secret_post'],
  scopes_supported: ['openid', 'profile', 'email', 'public_metadata', 'private_metadata'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['aud', 'exp', 'iat', 'iss', 'sub', 'email', 'name', 'username'],
  code_challenge_methods_supported: ['S256'],
})

/**
 * What is public about the instance, outside `/v1`: the keys its tokens are signed with, and where
 * things are.
 */
export const createWellKnownRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/oauth-authorization-server', c => c.json(authorizationServer(c.env.instance.issuer)))
    // The emulator knows of no native application.
    .get('/assetlinks.json', c => c.json([]))
    .get('/apple-app-site-association', c => c.json({ webcredentials: { apps: [] } }))
    .get('/webauthn', c => c.json({ origins: [c.env.instance.issuer] }))
    .get('/jwks.json', c => c.json(publicKeySet()))
    .get('/openid-configuration', c => c.json(openIdConfiguration(c.env.instance.issuer)))
