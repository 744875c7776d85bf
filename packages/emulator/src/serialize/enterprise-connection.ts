import type {
  EnterpriseConnectionRecord,
  EnterpriseTestRun,
} from '../model/records/enterprise-connection.ts'

const isSaml = ({ provider }: EnterpriseConnectionRecord): boolean => provider.startsWith('saml_')

// What was said of the provider, by the names that answers have for it.
const read = (config: Readonly<Record<string, string>>, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, field]) => {
      const text = config[field]
      return text === undefined ? [] : [[name, text]]
    }),
  )

const toSamlJson = ({ id, name, active, config }: EnterpriseConnectionRecord) => ({
  id,
  name,
  active,
  ...read(config, {
    idp_entity_id: 'saml_idp_entity_id',
    idp_sso_url: 'saml_idp_sso_url',
    idp_certificate: 'saml_idp_certificate',
    idp_metadata_url: 'saml_idp_metadata_url',
  }),
  allow_subdomains: config.saml_allow_subdomains === 'true',
  allow_idp_initiated: config.saml_allow_idp_initiated === 'true',
  force_authn: config.saml_force_authn === 'true',
})

const toOauthJson = ({ id, name, provider, config }: EnterpriseConnectionRecord) => ({
  id,
  name,
  provider_key: provider,
  ...read(config, {
    client_id: 'oidc_client_id',
    discovery_url: 'oidc_discovery_url',
    auth_url: 'oidc_auth_url',
    token_url: 'oidc_token_url',
    user_info_url: 'oidc_user_info_url',
  }),
  requires_pkce: config.oidc_requires_pkce === 'true',
})

/** A connection to a company's provider, as who set it up sees it. */
export const toEnterpriseConnectionJson = (connection: EnterpriseConnectionRecord) => ({
  id: connection.id,
  name: connection.name,
  provider: connection.provider,
  logo_public_url: null,
  active: connection.active,
  domains: connection.domains,
  ...(connection.ownerId.startsWith('org_') ? { organization_id: connection.ownerId } : {}),
  sync_user_attributes: connection.syncUserAttributes,
  disable_additional_identifications: connection.disableAdditionalIdentifications,
  allow_organization_account_linking: false,
  authenticatable: connection.active,
  ...(isSaml(connection)
    ? { saml_connection: toSamlJson(connection) }
    : { oauth_config: toOauthJson(connection) }),
  created_at: connection.createdAt,
  updated_at: connection.updatedAt,
})

/** One try of a connection. */
export const toTestRunJson = (connection: EnterpriseConnectionRecord, run: EnterpriseTestRun) => ({
  id: run.id,
  status: run.status,
  connection_type: isSaml(connection) ? 'saml' : 'oauth',
  parsed_user_info: null,
  logs: [],
  saml: null,
  oauth: null,
  created_at: run.createdAt,
})
