import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findBrowser } from '../../scripts/support/find-browser.mjs'
import {
  findDisplay,
  findFirefox,
  findWebKitDriver,
} from '../../scripts/support/find-other-browsers.mjs'
import { findProgram } from '../../scripts/support/find-program.mjs'

/** One that starts with any options. */
const writeProgram = async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'clientele-program-')), 'program')
  await writeFile(path, '#!/bin/sh\n', { mode: 0o755 })
  return path
}

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

describe.each([
  ['FIREFOX_PATH', findFirefox],
  ['WEBKIT_DRIVER_PATH', findWebKitDriver],
  ['XVFB_PATH', findDisplay],
])('%s', (variable, find) => {
  afterEach(() => vi.unstubAllEnvs())

  it('is taken when it starts, and the run fails when it does not', async () => {
    const path = await writeProgram()
    vi.stubEnv(variable, path)
    expect(await find()).toBe(path)
    vi.stubEnv(variable, '/nowhere/program')
    await expect(find()).rejects.toThrow(`${variable} is /nowhere/program`)
  })
})

it('what cannot be had fails with what was tried and what to do', async () => {
  const program = {
    name: 'Browser',
    variable: 'CLIENTELE_BROWSER_PATH',
    places: ['/nowhere/browser'],
    probe: ['--version'],
    download: [process.execPath, '--eval', 'console.error("no network"); process.exit(1)'],
    packages: [],
  }
  const remedy = /No Browser was found[\s\S]*set CLIENTELE_BROWSER_PATH[\s\S]*no network/
  await expect(findProgram(program)).rejects.toThrow(remedy)
})
