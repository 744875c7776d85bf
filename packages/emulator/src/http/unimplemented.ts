import { readOperations } from './operations.ts'

// The operations of the published description (2026-05-12) that this emulator does not have yet:
// each line is the methods and the path. They answer 501, so that a missing feature is never
// mistaken for a wrong path.
const lines = `
GET /.well-known/assetlinks.json
GET /.well-known/apple-app-site-association
GET /.well-known/oauth-authorization-server
GET /.well-known/webauthn
GET POST /oauth/authorize
POST /oauth/register
POST /oauth/token
GET POST /oauth/userinfo
POST /oauth/token_info
POST /oauth/token/revoke
GET POST /v1/me/oauth/consent/:client_id
GET /v1/me/organization_creation_defaults
GET /v1/account_portal
GET /v1/saml/metadata/:saml_connection_id
POST /v1/saml/acs/:saml_connection_id
GET /v1/proxy-health
PATCH /v1/client/sign_ins/:sign_in_id/protect_check
POST /v1/client/hosted_auth
GET /v1/client/hosted_auth/complete
GET /v1/agents/tasks
POST /v1/dev_browser/set_first_party_cookie
GET /v1/dev_browser/init
PATCH /v1/dev_tools/enable_environment_setting
GET /v1/clear-site-data
GET POST /v1/organizations/:organizationID/enterprise_connections
PATCH DELETE /v1/organizations/:organizationID/enterprise_connections/:enterprise_connection_id
GET POST /v1/organizations/:organizationID/enterprise_connections/:enterprise_connection_id\
/test_runs
GET POST /v1/me/enterprise_connections
PATCH DELETE /v1/me/enterprise_connections/:enterprise_connection_id
GET POST /v1/me/enterprise_connections/:enterprise_connection_id/test_runs
GET /v1/enterprise_connections/:enterpriseConnectionID/init_test_run
GET /v1/enterprise_connections/:enterpriseConnectionID/test_runs/:testRunID
GET /v1/me/trusted_devices
POST /v1/me/trusted_devices/prepare
POST /v1/me/trusted_devices/attempt
DELETE /v1/me/trusted_devices/:trusted_device_id
DELETE /v1/me/external_accounts/:external_account_id/tokens
POST /v1/me/tokens
GET /v1/me/billing/subscription
GET /v1/me/billing/subscription_items
DELETE /v1/me/billing/subscription_items/:subscriptionItemID
GET POST /v1/me/billing/payment_methods
POST /v1/me/billing/payment_methods/initialize
DELETE /v1/me/billing/payment_methods/:paymentMethodID
POST /v1/me/billing/checkouts
GET PATCH /v1/me/billing/checkouts/:checkoutID
PATCH /v1/me/billing/checkouts/:checkoutID/confirm
GET /v1/me/billing/payment_attempts
GET /v1/me/billing/payment_attempts/:paymentAttemptID
PUT /v1/me/billing/payers/default_payment_method
GET /v1/me/billing/statements
GET /v1/me/billing/statements/:statementID
POST /v1/organizations/:organizationID/billing/checkouts
GET PATCH /v1/organizations/:organizationID/billing/checkouts/:checkoutID
PATCH /v1/organizations/:organizationID/billing/checkouts/:checkoutID/confirm
GET POST /v1/organizations/:organizationID/billing/payment_methods
POST /v1/organizations/:organizationID/billing/payment_methods/initialize
DELETE /v1/organizations/:organizationID/billing/payment_methods/:paymentMethodID
GET /v1/organizations/:organizationID/billing/statements
GET /v1/organizations/:organizationID/billing/statements/:statementID
PUT /v1/organizations/:organizationID/billing/payers/default_payment_method
GET /v1/organizations/:organizationID/billing/subscription
GET /v1/organizations/:organizationID/billing/subscription_items
DELETE /v1/organizations/:organizationID/billing/subscription_items/:subscriptionItemID
GET /v1/billing/plans
GET /v1/billing/plans/:planIdOrSlug
GET PATCH DELETE /v1/organizations/:organization_id
PUT DELETE /v1/organizations/:organization_id/logo
POST GET /v1/organizations/:organization_id/invitations
POST /v1/organizations/:organization_id/invitations/bulk
GET /v1/organizations/:organization_id/invitations/pending
POST /v1/organizations/:organization_id/invitations/:invitation_id/revoke
POST GET /v1/organizations/:organization_id/memberships
PATCH DELETE /v1/organizations/:organization_id/memberships/:user_id
POST GET /v1/organizations/:organization_id/domains
POST /v1/organizations/:organization_id/domains/bulk
POST /v1/organizations/:organization_id/domains/prepare_ownership_verification/bulk
POST /v1/organizations/:organization_id/domains/attempt_ownership_verification/bulk
GET DELETE /v1/organizations/:organization_id/domains/:domain_id
POST /v1/organizations/:organization_id/domains/:domain_id/update_enrollment_mode
POST /v1/organizations/:organization_id/domains/:domain_id/prepare_affiliation_verification
POST /v1/organizations/:organization_id/domains/:domain_id/attempt_affiliation_verification
POST /v1/organizations/:organization_id/domains/:domain_id/prepare_ownership_verification
POST /v1/organizations/:organization_id/domains/:domain_id/attempt_ownership_verification
GET /v1/organizations/:organization_id/membership_requests
POST /v1/organizations/:organization_id/membership_requests/:request_id/accept
POST /v1/organizations/:organization_id/membership_requests/:request_id/reject
GET /v1/organizations/:organization_id/roles
GET /v1/redirect
POST /v1/waitlist
GET POST /api_keys
PATCH /api_keys/:apiKeyID
POST /api_keys/:apiKeyID/revoke
PATCH /v1/client/sign_ups/:sign_up_id/protect_check
GET /v1/client/sign_ups/:sign_up_id/enterprise_connections
`

/** Methods and path of each operation that answers 501. */
export const unimplemented = readOperations(lines)
