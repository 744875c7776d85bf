import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { run } from '../../scripts/support/run.mjs'

const script = (code: string) => ['-e', code]

describe('run', () => {
  it('gives the code, and the output when it is quiet', async () => {
    const code = 'console.log(process.env.SAID); process.exitCode = 3'
    const result = await run(process.execPath, script(code), {
      quiet: true,
      env: { SAID: 'hello' },
    })
    expect(result).toEqual({ code: 3, output: 'hello\n' })
  })

  it('shows the output and keeps it, when it is not quiet', async () => {
    const written: unknown[] = []
    const write = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation(chunk => written.push(chunk) > 0)
    const { output } = await run(process.execPath, script("console.log('grüezi')")).finally(() =>
      write.mockRestore(),
    )
    expect(output).toBe('grüezi\n')
    expect(written.join('')).toContain('grüezi\n')
  })

  it('gives 127 for what cannot be started', async () => {
    expect(await run('/nowhere/program', [], { quiet: true })).toMatchObject({ code: 127 })
  })

  it('ends everything that the command started', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-run-'))
    const sign = join(folder, 'inner-runs')
    const inner = `require('node:fs').writeFileSync(${JSON.stringify(sign)}, ''); setInterval(() => {}, 1000)`
    const outer = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`
    const stop = new AbortController()
    const ended = run(process.execPath, script(outer), { quiet: true, signal: stop.signal })
    await expect.poll(() => existsSync(sign), { timeout: 10_000 }).toBe(true)
    stop.abort()
    // The inner process holds the same pipe, so this comes only when both are over.
    expect((await ended).code).not.toBe(0)
    await rm(folder, { recursive: true })
  })
})
