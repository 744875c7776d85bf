import { creatorRole, defaultRole } from '../../domain/organization-roles.ts'
import type { Instance } from '../../model/instance.ts'
import { enabledModes } from '../../model/records/organization-domain.ts'
import { toAuthConfigJson } from './auth-config.ts'
import { toDisplayConfigJson } from './display-config.ts'
import { toUserSettingsJson } from './user-settings.ts'

const toDomainSettings = ({ settings }: Instance) => ({
  enabled: settings.organizationDomains,
  enrollment_modes: settings.organizationDomains ? enabledModes : [],
  default_role: defaultRole,
})

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
    max_allowed_memberships: instance.settings.maxMemberships,
    actions: { admin_delete: true },
    domains: toDomainSettings(instance),
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
  api_keys_settings: {
    enabled: instance.settings.apiKeys,
    user_api_keys_enabled: instance.settings.apiKeys,
    orgs_api_keys_enabled: instance.settings.apiKeys,
  },
  client_debug_mode: false,
  partitioned_cookies: false,
  maintenance_mode: false,
})
