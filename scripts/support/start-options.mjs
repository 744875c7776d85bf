import { parseArgs } from 'node:util'

/** @param {string} name @param {string} text */
const readPort = (name, text) => {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new TypeError(`--${name} must be a port, from 1 to 65535, and not ${text}`)
}

/**
 * The options of `npm start`.
 *
 * @param {readonly string[]} args
 * @throws TypeError that names what is wrong with them.
 */
export const readStartOptions = args => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'no-install': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      'emulator-port': { type: 'string', default: '4700' },
      'examples-port': { type: 'string', default: '5173' },
      'start-port': { type: 'string', default: '5170' },
    },
  })
  return {
    install: !values['no-install'],
    build: !values['no-build'],
    emulatorPort: readPort('emulator-port', values['emulator-port']),
    examplesPort: readPort('examples-port', values['examples-port']),
    startPort: readPort('start-port', values['start-port']),
  }
}
