import type { Instance } from '../model/instance.ts'
import type { JwtTemplateRecord } from '../model/records/jwt-template.ts'
import type { JwtTemplate } from '../model/settings.ts'

// Those of the settings were made by nobody, at no time.
const ofSettings = ({ settings }: Instance): JwtTemplateRecord[] =>
  Object.entries(settings.jwtTemplates).map(([name, { claims, lifetime }]) => ({
    id: `jtmp_${name}`,
    name,
    claims,
    lifetime: lifetime ?? settings.tokenLifetime,
    allowedClockSkew: 5000,
    createdAt: 0,
    updatedAt: 0,
  }))

/** The JWT templates of the instance: those of the settings, then those that a backend made. */
export const jwtTemplatesOf = (instance: Instance): JwtTemplateRecord[] => [
  ...ofSettings(instance),
  ...instance.database.jwtTemplates.where(() => true),
]

/** The template of this name. */
export const templateNamed = (instance: Instance, name: string): JwtTemplate | undefined =>
  jwtTemplatesOf(instance).find(template => template.name === name)
