import { createBackend } from '../../../support/backend.ts'
import { createBrowser } from '../../../support/browser.ts'
import type { Scenario } from '../../recorder.ts'

const claims = { plan: '{{user.public_metadata.plan}}' }

/** What belongs to the instance: lists, templates, domains, settings, sign-ups. */
export const instanceScenarios: readonly Scenario[] = [
  {
    name: 'lists of identifiers and of redirect URLs',
    run: async start => {
      const { get, post, delete: remove } = createBackend(start())
      for (const [list, body] of [
        ['allowlist_identifiers', { identifier: '*@example.com' }],
        ['blocklist_identifiers', { identifier: '+12015550123' }],
        ['redirect_urls', { url: 'myapp://callback' }],
      ] as const) {
        const { body: made } = await post(`/${list}`, body)
        await post(`/${list}`, body)
        await post(`/${list}`, { identifier: 'nonsense' })
        await get(`/${list}`)
        if (list === 'redirect_urls') await get(`/${list}/${made.id}`)
        if (list === 'redirect_urls') await get(`/${list}/ru_1`)
        await remove(`/${list}/${made.id}`)
        await remove(`/${list}/${made.id}`)
      }
    },
  },
  {
    name: 'machines',
    run: async start => {
      const { get, post, patch, delete: remove } = createBackend(start())
      const { body: first } = await post('/machines', { name: 'First', default_token_ttl: 60 })
      const scoped = { name: 'Second', scoped_machines: [first.id] }
      const { body: second } = await post('/machines', scoped)
      await post('/machines', { name: '' })
      await post('/machines', { name: 'Third', scoped_machines: ['mch_1'] })
      await get('/machines?query=sec&order_by=name')
      for (const id of [second.id, 'mch_1']) {
        await get(`/machines/${id}`)
        await patch(`/machines/${id}`, { name: 'Other' })
        await get(`/machines/${id}/secret_key`)
        await post(`/machines/${id}/secret_key/rotate`, { previous_token_ttl: 60 })
        await post(`/machines/${id}/scopes`, { to_machine_id: first.id })
        await remove(`/machines/${id}/scopes/${first.id}`)
        await post(`/machines/${id}/scopes`, { to_machine_id: first.id })
        await remove(`/machines/${id}`)
      }
      await post(`/machines/${first.id}/secret_key/rotate`, { previous_token_ttl: -1 })
      await patch(`/machines/${first.id}`, { default_token_ttl: 0 })
      await remove(`/machines/${first.id}/scopes/${second.id}`)
    },
  },
  {
    name: 'JWT templates',
    run: async start => {
      const emulator = start({ settings: { jwtTemplates: { fixed: { claims } } } })
      const { get, post, patch, delete: remove } = createBackend(emulator)
      const { body } = await post('/jwt_templates', { name: 'supabase', claims, lifetime: 60 })
      await post('/jwt_templates', { name: 'supabase', claims })
      await post('/jwt_templates', { name: 'not a name', claims })
      await get('/jwt_templates')
      await get('/jwt_templates?paginated=true')
      await get(`/jwt_templates/${body.id}`)
      await get('/jwt_templates/jtmp_fixed')
      await get('/jwt_templates/jtmp_1')
      await patch(`/jwt_templates/${body.id}`, { name: 'hasura', claims: {} })
      await patch(`/jwt_templates/${body.id}`, { name: 'fixed', claims: {} })
      await patch('/jwt_templates/jtmp_1', { name: 'x', claims: {} })
      await remove(`/jwt_templates/${body.id}`)
      await remove('/jwt_templates/jtmp_fixed')
    },
  },
  {
    name: 'domains and settings',
    run: async start => {
      const { get, post, patch, delete: remove } = createBackend(start())
      const { body: own } = await get('/domains')
      const { body } = await post('/domains', { name: 'clerk.shop.test', is_satellite: true })
      await post('/domains', { name: 'clerk.shop.test', is_satellite: true })
      await post('/domains', { name: 'clerk.shop.test' })
      await get('/domains')
      const { body: moved } = await patch(`/domains/${body.id}`, { name: 'clerk.other.test' })
      await patch(`/domains/${body.id}`, { name: 'clerk.more.test' })
      await remove(`/domains/${own.data[0].id}`)
      await remove(`/domains/${moved.id}`)
      await get('/instance')
      await patch('/instance', { test_mode: false, allowed_origins: ['https://app.test'] })
      await patch('/instance', { nonsense: 1 })
      await get('/instance')
      await patch('/instance/restrictions', { allowlist: true, block_email_subaddresses: true })
      await patch('/instance/restrictions', { allowlist: 1 })
      await patch('/beta_features/instance_settings', { restricted_to_allowlist: false })
      await patch('/beta_features/instance_settings', { nonsense: 1 })
    },
  },
  {
    name: 'sign-ups',
    run: async start => {
      const emulator = start()
      const { get, patch } = createBackend(emulator)
      const { body } = await createBrowser(emulator).signUp({ email_address: 'ada@example.com' })
      await get(`/sign_ups/${body.response.id}`)
      await get('/sign_ups/sua_1')
      await patch(`/sign_ups/${body.response.id}`, { external_id: 'crm-7', custom_action: true })
      await patch('/sign_ups/sua_1', {})
    },
  },
]
