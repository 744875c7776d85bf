import { bundle } from '@clientele/conformance/bundle'
import { describe, expect, it } from 'vitest'

describe('what the core leaves to a subpath', () => {
  // The text of an error of each, which no minifier takes away.
  it.each([
    ['attempt-form', 'signInForm', 'The client is not known yet'],
    ['when-loaded', 'pendingClient', 'The client was not known when this page was begun'],
    ['server', 'serializeForScript', 'JSON has no word for this'],
  ])('%s is not in the core’s own bundle', async (file, name, text) => {
    expect((await bundle('core', ['createClientele'])).text).not.toContain(text)
    expect((await bundle('core', [name], file)).text).toContain(text)
  })

  it('a form brings nothing along that the core does not have anyway', async () => {
    const { gzip, imports } = await bundle('core', ['signInForm', 'signUpForm'], 'attempt-form')
    expect(imports).toEqual([])
    // The tables of actions, names of fields and what makes an error plain are the core's, too.
    expect(gzip).toBeLessThanOrEqual(2490)
  })
})
