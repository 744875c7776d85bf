import { afterEach, describe, expect, it, vi } from 'vitest'
import { findBrowser } from '../../scripts/support/find-browser.mjs'

describe('findBrowser', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('takes what CHROMIUM_PATH names, whatever else is installed', async () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    expect(await findBrowser()).toBe(process.execPath)
  })

  it('fails when that does not start, instead of using another one', async () => {
    for (const path of ['/nowhere/chromium', '/etc/hosts']) {
      vi.stubEnv('CHROMIUM_PATH', path)
      await expect(findBrowser()).rejects.toThrow(`CHROMIUM_PATH is ${path}`)
    }
  })

  it('finds one', async () => {
    vi.stubEnv('CHROMIUM_PATH', '')
    expect(await findBrowser()).toMatch(/chrom/i)
  })
})
