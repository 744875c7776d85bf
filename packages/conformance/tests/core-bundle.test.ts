import { bundle } from '@clientele/conformance'
import { describe, expect, it, vi } from 'vitest'

// A build in a process of its own, on machines that are busy with others.
vi.setConfig({ testTimeout: 60_000 })

describe('what the core leaves to a subpath', () => {
  const core = bundle('core', ['createClientele'])

  // The text of an error of each, which no minifier takes away.
  it.each([
    ['attempt-form', 'signInForm', 'The client is not known yet'],
    ['when-known', 'pendingClient', 'The client was not known when this page was begun'],
    ['server', 'serializeForScript', 'JSON has no word for this'],
  ])('%s is not in the core’s own bundle', (file, name, text) => {
    expect(core.text).not.toContain(text)
    expect(bundle('core', [name], file).text).toContain(text)
  })

  it('a form brings nothing along that the core does not have anyway', () => {
    const { gzip, imports } = bundle('core', ['signInForm', 'signUpForm'], 'attempt-form')
    expect(imports).toEqual([])
    expect(gzip).toBeLessThanOrEqual(1000)
  })
})
