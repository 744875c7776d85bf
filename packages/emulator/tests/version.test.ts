import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen } from './support/browser.ts'

// Fields come with versions of the API: what a later client sends cannot be told from a mistake.
describe('unknown fields', () => {
  const ask = (query: string) =>
    createBrowser(createFrozen()).send('POST', `/v1/client/sign_ins${query}`, { colour: 'red' })

  test.each([
    '',
    '?__clerk_api_version=2026-05-12',
    '?__clerk_api_version=2025-11-10',
    '?__clerk_api_version=zzz',
  ])('are refused (%s)', async query => {
    expect((await ask(query)).fault).toBe('form_param_unknown@colour')
  })

  test('pass from clients of a later version', async () => {
    expect((await ask('?__clerk_api_version=2026-08-20')).status).toBe(200)
  })
})
