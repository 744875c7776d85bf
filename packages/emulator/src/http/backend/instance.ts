import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { mergeSettings, type SettingsPatch } from '../../model/settings.ts'
import {
  toInstanceJson,
  toInstanceSettingsJson,
  toRestrictionsJson,
} from '../../serialize/backend/instance.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { bodyOf, optionalFlag, optionalText } from './read-input.ts'
import { assertSupported } from './supported.ts'

// `null` keeps a setting, as a field that is left out.
const patch = ({ env: { instance } }: Context<Env>, given: Record<string, unknown>): void => {
  const values = Object.entries(given).filter(([, value]) => value != null)
  const settings: SettingsPatch = Object.fromEntries(values)
  instance.settings = mergeSettings(settings, instance.settings)
}

const InstanceSchema = z.strictObject({
  test_mode: optionalFlag,
  hibp: optionalFlag,
  support_email: optionalText,
  clerk_js_version: optionalText,
  development_origin: optionalText,
  allowed_origins: z.array(z.string()).nullish(),
  cookieless_dev: optionalFlag,
  url_based_session_syncing: optionalFlag,
  preferred_sign_in_strategy_when_password_required: z.enum(['password', 'otp', '']).nullish(),
})

const update = (c: Context<Env>) => {
  const body = bodyOf(c, InstanceSchema)
  const { test_mode: testMode, allowed_origins: allowedOrigins, ...others } = body
  assertSupported('PATCH /v1/instance', others, Object.keys(others))
  patch(c, { testMode, allowedOrigins })
  return c.body(null, 204)
}

const RestrictionsSchema = z.strictObject({
  allowlist: optionalFlag,
  blocklist: optionalFlag,
  allowlist_blocklist_disabled_on_sign_in: optionalFlag,
  block_email_subaddresses: optionalFlag,
  block_disposable_email_domains: optionalFlag,
})

const updateRestrictions = (c: Context<Env>) => {
  const body = bodyOf(c, RestrictionsSchema)
  const { allowlist, blocklist, block_email_subaddresses: blockEmailSubaddresses } = body
  // The lists are never looked at when somebody signs in, and no domain is known as disposable.
  if (body.block_disposable_email_domains)
    assertSupported('PATCH /v1/instance/restrictions', body, ['block_disposable_email_domains'])
  if (body.allowlist_blocklist_disabled_on_sign_in === false)
    assertSupported('PATCH /v1/instance/restrictions', body, [
      'allowlist_blocklist_disabled_on_sign_in',
    ])
  patch(c, { allowlist, blocklist, blockEmailSubaddresses })
  return answerJson(c, () => toRestrictionsJson(c.env.instance))
}

/** `/v1/instance` */
export const createInstanceRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => answerJson(c, () => toInstanceJson(c.env.instance)))
    .patch('/', update)
    .patch('/restrictions', updateRestrictions)

const BetaSchema = z.strictObject({
  restricted_to_allowlist: optionalFlag,
  from_email_address: optionalText,
  progressive_sign_up: optionalFlag,
  test_mode: optionalFlag,
})

/** `/v1/beta_features` */
export const createBetaFeatureRoutes = (): Hono<Env> =>
  new Hono<Env>().patch('/instance_settings', c => {
    const body = bodyOf(c, BetaSchema)
    assertSupported('PATCH /v1/beta_features/instance_settings', body, [
      'from_email_address',
      'progressive_sign_up',
    ])
    patch(c, { allowlist: body.restricted_to_allowlist, testMode: body.test_mode })
    return answerJson(c, () => toInstanceSettingsJson(c.env.instance))
  })
