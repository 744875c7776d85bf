import type { Instance } from '../../model/instance.ts'

const letters = (text: string): string => btoa(text).replace(/[^A-Za-z0-9]/g, '')

/** The instance has no record: its id follows from its host. */
export const instanceIdOf = ({ host }: Instance): string => `ins_${letters(host)}`

/** The id of a domain follows from its name. */
export const domainIdOf = (name: string): string => `dmn_${letters(name)}`

export const toInstanceJson = (instance: Instance) => ({
  object: 'instance',
  id: instanceIdOf(instance),
  environment_type: instance.publishableKey.startsWith('pk_live_') ? 'production' : 'development',
  allowed_origins: instance.settings.allowedOrigins ?? [],
  workspace_id: null,
})

export const toRestrictionsJson = ({ settings }: Instance) => ({
  object: 'instance_restrictions',
  allowlist: settings.allowlist,
  blocklist: settings.blocklist,
  allowlist_blocklist_disabled_on_sign_in: true,
  block_email_subaddresses: settings.blockEmailSubaddresses,
  block_disposable_email_domains: false,
})

export const toInstanceSettingsJson = (instance: Instance) => ({
  object: 'instance_settings',
  id: instanceIdOf(instance),
  restricted_to_allowlist: instance.settings.allowlist,
  from_email_address: 'noreply',
  progressive_sign_up: true,
  enhanced_email_deliverability: false,
})

/** A domain of the instance: its own, or a satellite. */
export const toDomainJson = (instance: Instance, name: string) => {
  const isSatellite = name !== instance.host
  return {
    object: 'domain',
    id: domainIdOf(name),
    name,
    is_satellite: isSatellite,
    frontend_api_url: isSatellite ? `https://${name}` : instance.issuer,
    development_origin: '',
  }
}
