import { readOperations } from '../operations.ts'

// The operations of the published description (2026-05-12) that this emulator does not have yet:
// each line is the methods and the path.
const lines = `
GET /v1/public/interstitial
POST /v1/sessions/:session_id/refresh
GET /v1/templates/:template_type
GET PUT /v1/templates/:template_type/:slug
POST /v1/templates/:template_type/:slug/revert
POST /v1/templates/:template_type/:slug/preview
POST /v1/templates/:template_type/:slug/toggle_delivery
GET /v1/users/:user_id/billing/subscription
GET POST /v1/users/:user_id/billing/credits
GET /v1/users/:user_id/trusted_devices
DELETE /v1/users/:user_id/trusted_devices/:trusted_device_id
POST /v1/users/:user_id/password/set_compromised
POST /v1/users/:user_id/password/unset_compromised
PUT /v1/beta_features/domain
GET PATCH /v1/instance/protect
GET PATCH /v1/instance/communication
GET PATCH /v1/instance/oauth_application_settings
POST /v1/instance/change_domain
GET PATCH /v1/instance/organization_settings
POST DELETE /v1/webhooks/svix
POST /v1/webhooks/svix_url
PUT DELETE /v1/organizations/:organization_id/logo
GET /v1/organizations/:organization_id/billing/subscription
GET POST /v1/organizations/:organization_id/billing/credits
GET POST /v1/organization_roles
GET PATCH DELETE /v1/organization_roles/:organization_role_id
POST DELETE /v1/organization_roles/:organization_role_id/permissions/:permission_id
POST GET /v1/organizations/:organization_id/domains
PATCH DELETE /v1/organizations/:organization_id/domains/:domain_id
POST /v1/organizations/:organization_id/domains/:domain_id/verify_ownership
GET /v1/organization_domains
POST /v1/proxy_checks
GET POST /v1/oauth_applications
GET PATCH DELETE /v1/oauth_applications/:oauth_application_id
PUT /v1/oauth_applications/:oauth_application_id/logo
POST /v1/oauth_applications/:oauth_application_id/rotate_secret
POST /v1/oauth_applications/:oauth_application_id/revoke_token
GET POST /v1/saml_connections
GET PATCH DELETE /v1/saml_connections/:saml_connection_id
GET POST /v1/enterprise_connections
GET PATCH DELETE /v1/enterprise_connections/:enterprise_connection_id
GET POST /v1/enterprise_connections/:enterprise_connection_id/test_runs
POST /v1/agents/tasks
POST /v1/agents/tasks/:agent_task_id/revoke
POST /v1/waitlist_entries/bulk
GET /v1/billing/plans
GET POST /v1/billing/prices
GET /v1/billing/subscription_items
DELETE /v1/billing/subscription_items/:subscription_item_id
POST /v1/billing/subscription_items/:subscription_item_id/extend_free_trial
POST /v1/billing/subscription_items/:subscription_item_id/price_transition
POST /v1/billing/subscription_items/:subscription_item_id/discounts
DELETE /v1/billing/subscription_items/:subscription_item_id/discounts/:discount_id
GET /v1/billing/statements
GET /v1/billing/statements/:statementID
GET /v1/billing/statements/:statementID/payment_attempts
GET POST /v1/organization_permissions
GET PATCH DELETE /v1/organization_permissions/:permission_id
GET POST /v1/role_sets
GET PATCH /v1/role_sets/:role_set_key_or_id
POST /v1/role_sets/:role_set_key_or_id/replace
POST /v1/role_sets/:role_set_key_or_id/roles
POST /v1/role_sets/:role_set_key_or_id/roles/replace
GET POST /v1/scim_directories
GET PATCH DELETE /v1/scim_directories/:scim_directory_id
POST /v1/scim_directories/:scim_directory_id/rotate_api_key
GET POST PUT /v1/scim_directories/:scim_directory_id/group_role_mappings
DELETE /v1/scim_directories/:scim_directory_id/group_role_mappings/:mapping_id
GET POST /v1/directories
GET PATCH DELETE /v1/directories/:directory_id
POST /v1/directories/:directory_id/rotate_api_key
GET POST PUT /v1/directories/:directory_id/group_role_mappings
DELETE /v1/directories/:directory_id/group_role_mappings/:mapping_id
POST /v1/admin_portal_link_tokens
POST /v1/admin_portal_link_tokens/:adminPortalLinkTokenID/revoke
POST GET /v1/api_keys
GET PATCH DELETE /v1/api_keys/:apiKeyID
GET /v1/api_keys/:apiKeyID/secret
POST /v1/api_keys/:apiKeyID/revoke
POST /v1/api_keys/verify
POST GET /v1/m2m_tokens
POST /v1/m2m_tokens/:m2m_token_id/revoke
POST /v1/m2m_tokens/verify
POST /v1/oauth_applications/access_tokens/verify
`

/** Methods and path of each operation of the Backend API that answers 501. */
export const unimplemented = readOperations(lines)
