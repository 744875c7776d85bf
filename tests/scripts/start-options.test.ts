import { describe, expect, it } from 'vitest'
import { readStartOptions } from '../../scripts/support/start-options.mjs'

describe('readStartOptions', () => {
  it('does everything at the usual ports, unless told otherwise', () => {
    const usual = {
      install: true,
      build: true,
      emulatorPort: 4700,
      examplesPort: 5173,
      startPort: 5170,
    }
    expect(readStartOptions([])).toEqual(usual)
    const args = [
      '--no-install',
      '--no-build',
      '--emulator-port',
      '8000',
      '--examples-port=9000',
      '--start-port=9500',
    ]
    const asked = {
      install: false,
      build: false,
      emulatorPort: 8000,
      examplesPort: 9000,
      startPort: 9500,
    }
    expect(readStartOptions(args)).toEqual(asked)
  })

  it('says what is wrong', () => {
    expect(() => readStartOptions(['--port', '80'])).toThrow('--port')
    for (const port of ['', 'http', '0', '65536', '80.5'])
      expect(() => readStartOptions(['--emulator-port', port])).toThrow('--emulator-port')
  })
})
