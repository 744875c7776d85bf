import { bundle } from '@clientele/conformance'
import { describe, expect, it } from 'vitest'

describe('what the core leaves to a subpath', () => {
  it('a form of an attempt is not in the core’s own bundle', () => {
    // The text of its error, which no minifier takes away.
    const text = 'The client is not known yet'
    expect(bundle('core', ['createClientele']).text).not.toContain(text)
    expect(bundle('core', ['signInForm', 'signUpForm'], 'attempt-form').text).toContain(text)
  })

  it('a form brings nothing along that the core does not have anyway', () => {
    const { gzip, imports } = bundle('core', ['signInForm', 'signUpForm'], 'attempt-form')
    expect(imports).toEqual([])
    expect(gzip).toBeLessThanOrEqual(1000)
  })
})
