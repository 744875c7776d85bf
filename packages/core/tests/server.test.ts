import type { State } from '@clientele/core'
import { serializeForScript } from '@clientele/core/server'
import { createEmulator } from '@clientele/emulator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'

const marks = [
  '</script>',
  '<script',
  '<!--',
  '-->',
  ']]>',
  '&lt;',
  '\u2028',
  '\u2029',
  '\\',
  '"',
  '/',
  '__proto__',
]

// Texts that mean something to a parser of HTML or JavaScript, among all others.
const text = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'binary' })))
  .map(parts => parts.join(''))
const { json } = fc.letrec<{ json: unknown }>(tie => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number + 0),
    text,
    fc.array(tie('json')),
    fc.dictionary(text, tie('json')),
  ),
}))

describe('serializeForScript', () => {
  it('is the same value to JSON.parse, and nothing that ends or begins anything in HTML', () => {
    fc.assert(
      fc.property(json, value => {
        const written = serializeForScript(value)
        expect(written).not.toMatch(/[<>&\u2028\u2029]|\/(?<!\\\/)/)
        expect(written.toLowerCase()).not.toMatch(/<\/script|<!--|<script/)
        expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(value))
      }),
      { numRuns: 500 },
    )
  })

  it('stays in its element, whatever a user is called', async () => {
    const emulator = createEmulator()
    const { fetch } = emulator.agent()
    const clientele = createClientele({ publishableKey: emulator.publishableKey, fetch })
    const password = 'correct horse battery'
    const firstName = '</script><script>alert(1)</script><!--'
    emulator.users.create({ emailAddress: 'ada@example.com', password, firstName })
    await clientele.load()
    await clientele.client?.signIn.create({ identifier: 'ada@example.com', password })
    const written = serializeForScript(clientele.store.getState())
    expect(written).not.toContain('</')
    const initialState: State = JSON.parse(written)
    const other = createClientele({ publishableKey: emulator.publishableKey, fetch, initialState })
    expect(other.client?.sessions[0]?.user?.firstName).toBe(firstName)
    expect(other.store.getState()).toEqual(clientele.store.getState())
  })

  it('refuses what JSON cannot say', () => {
    expect(() => serializeForScript(undefined)).toThrow(TypeError)
    expect(() => serializeForScript(() => {})).toThrow(TypeError)
    expect(() => serializeForScript({ big: 1n })).toThrow(TypeError)
  })
})
