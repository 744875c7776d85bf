import { paramNil, paramValueInvalid, resourceNotFound } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import {
  type EnterpriseConnectionRecord,
  type EnterpriseTestRun,
  enterpriseProviders,
} from '../../model/records/enterprise-connection.ts'
import type { Params } from '../params.ts'

/** Who sets up a connection: a user, or a member for the organization. */
export interface ConnectionOwner {
  readonly instance: Instance
  readonly ownerId: string
}

/** What is said of a provider, as text. A secret is taken and not kept. */
export const configFields = [
  'saml_idp_entity_id',
  'saml_idp_sso_url',
  'saml_idp_certificate',
  'saml_idp_metadata_url',
  'saml_idp_metadata',
  'saml_attribute_mapping',
  'saml_allow_subdomains',
  'saml_allow_idp_initiated',
  'saml_force_authn',
  'oidc_client_id',
  'oidc_client_secret',
  'oidc_discovery_url',
  'oidc_auth_url',
  'oidc_token_url',
  'oidc_user_info_url',
  'oidc_requires_pkce',
]

const readConfig = (params: Params): Record<string, string> =>
  Object.fromEntries(
    configFields
      .filter(name => name !== 'oidc_client_secret')
      .flatMap(name => {
        const text = params.text(name)
        return text === null ? [] : [[name, text]]
      }),
  )

const readDomains = (params: Params): string[] =>
  params.list('domains').map(domain => domain.trim().toLowerCase())

/** The connections of a user or an organization, in order of creation. */
export const connectionsOf = ({
  instance,
  ownerId,
}: ConnectionOwner): EnterpriseConnectionRecord[] =>
  instance.database.enterpriseConnections.where(each => each.ownerId === ownerId)

/** One of them. @throws ApiError 404 for any other. */
export const findConnection = (owner: ConnectionOwner, id: string): EnterpriseConnectionRecord => {
  const connection = connectionsOf(owner).find(each => each.id === id)
  if (!connection) throw resourceNotFound('Enterprise connection', id)
  return connection
}

/** Sets up a connection, which is off until it is made active. */
export const createConnection = (
  { instance, ownerId }: ConnectionOwner,
  params: Params,
): EnterpriseConnectionRecord => {
  params.required('provider')
  const provider = params.oneOf('provider', enterpriseProviders)
  if (provider === null) throw paramValueInvalid('provider')
  const domains = readDomains(params)
  if (domains.length === 0) throw paramNil('domains')
  const now = instance.clock.now()
  const connection: EnterpriseConnectionRecord = {
    id: instance.ids.next('entconn'),
    ownerId,
    name: params.text('name') ?? domains[0] ?? '',
    provider,
    domains,
    active: false,
    syncUserAttributes: true,
    disableAdditionalIdentifications: false,
    config: readConfig(params),
    testRuns: [],
    createdAt: now,
    updatedAt: now,
  }
  instance.database.enterpriseConnections.set(connection)
  return connection
}

/** Changes what is given. */
export const updateConnection = (connection: EnterpriseConnectionRecord, params: Params): void => {
  const domains = readDomains(params)
  Object.assign(connection, {
    name: params.text('name') ?? connection.name,
    domains: domains.length > 0 ? domains : connection.domains,
    active: params.flag('active') ?? connection.active,
    syncUserAttributes: params.flag('sync_user_attributes') ?? connection.syncUserAttributes,
    disableAdditionalIdentifications:
      params.flag('disable_additional_identifications') ??
      connection.disableAdditionalIdentifications,
    config: { ...connection.config, ...readConfig(params) },
  })
}

/** Begins to try a connection. */
export const beginTestRun = (
  { instance }: ConnectionOwner,
  connection: EnterpriseConnectionRecord,
): EnterpriseTestRun => {
  const createdAt = instance.clock.now()
  const run: EnterpriseTestRun = {
    id: instance.ids.next('enttest'),
    status: 'pending',
    createdAt,
  }
  connection.testRuns.push(run)
  return run
}

/** A try of a connection, whoever asks for it by its id. @throws ApiError 404. */
export const findTestRun = (
  { database }: Instance,
  connectionId: string,
  runId: string,
): EnterpriseTestRun => {
  const connection = database.enterpriseConnections.get(connectionId)
  const run = connection?.testRuns.find(({ id }) => id === runId)
  if (!run) throw resourceNotFound('Enterprise connection test run')
  return run
}
