import { readOperations } from './operations.ts'

// The operations of the published description (2026-05-12) that this emulator does not have yet:
// each line is the methods and the path; some are newer than it. They answer 501, so that a missing
// feature is never
// mistaken for a wrong path.
const lines = `
GET POST /oauth/authorize
POST /oauth/register
POST /oauth/token
GET POST /oauth/userinfo
POST /oauth/token_info
POST /oauth/token/revoke
POST /v1/me/oauth/consent/:client_id
GET /v1/saml/metadata/:saml_connection_id
POST /v1/saml/acs/:saml_connection_id
POST /v1/client/hosted_auth
GET /v1/client/hosted_auth/complete
GET /v1/agents/tasks
POST /v1/me/trusted_devices/prepare
POST /v1/me/trusted_devices/attempt
DELETE /v1/me/trusted_devices/:trusted_device_id
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
GET POST PUT PATCH DELETE /v1/organizations/:organization_id/enterprise_connections/:id/directory
GET POST PUT PATCH DELETE /v1/organizations/:organization_id/enterprise_connections/:id/directory/*
GET /v1/me/billing/credits
GET /v1/me/billing/credits/history
GET /v1/organizations/:organizationID/billing/credits
GET /v1/organizations/:organizationID/billing/credits/history
GET /v1/organizations/:organizationID/billing/payment_attempts
GET /v1/organizations/:organizationID/billing/payment_attempts/:paymentAttemptID
GET /v1/billing/plans
GET /v1/billing/plans/:planIdOrSlug
`

/** Methods and path of each operation that answers 501. */
export const unimplemented = readOperations(lines)
