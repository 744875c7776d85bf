import { creatorRole } from '../../domain/organization-roles.ts'
import type { Instance } from '../../model/instance.ts'
import { toAuthConfigJson } from './auth-config.ts'
import { toDisplayConfigJson } from './display-config.ts'
import { toUserSettingsJson } from './user-settings.ts'

/** The whole environment of the instance. */
export const toEnvironmentJson = (instance: Instance) => ({
  auth_config: toAuthConfigJson(instance),
  display_config: toDisplayConfigJson(instance),
  user_settings: toUserSettingsJson(instance),
  organization_settings: {
    enabled:
      instance.settings.organizations ||
      instance.settings.forceOrganizationSelection ||
      instance.database.organizations.count() > 0,
    force_organization_selection: instance.settings.forceOrganizationSelection,
    max_allowed_memberships: 5,
    actions: { admin_delete: true },
    domains: { enabled: false, enrollment_modes: [], default_role: 'org:member' },
    slug: { disabled: true },
    creator_role: creatorRole,
  },
  fraud_settings: { object: 'fraud_settings', native: { device_attestation_mode: 'disabled' } },
  commerce_settings: {
    billing: {
      stripe_publishable_key: null,
      free_trial_requires_payment_method: false,
      user: { enabled: false, has_paid_plans: false },
      organization: { enabled: false, has_paid_plans: false },
    },
  },
  api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
  client_debug_mode: false,
  partitioned_cookies: false,
  maintenance_mode: false,
})
