import { findProgram } from './find-program.mjs'

const firefoxPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/**
 * The path of a Firefox: the one that `FIREFOX_PATH` names, an installed one, or one fetched now.
 *
 * @returns {Promise<string>}
 * @throws an Error that says what to do.
 */
export const findFirefox = () =>
  findProgram({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    places: firefoxPlaces,
    probe: ['--version'],
    packages: ['firefox-esr'],
  })

/**
 * The path of the driver of WebKitGTK, which starts the browser that comes with it:
 * `WEBKIT_DRIVER_PATH`, an installed one, or one fetched now.
 *
 * @returns {Promise<string>}
 * @throws an Error that says what to do.
 */
export const findWebKitDriver = () =>
  findProgram({
    name: 'driver of WebKitGTK',
    variable: 'WEBKIT_DRIVER_PATH',
    places: ['/usr/bin/WebKitWebDriver'],
    probe: ['--help'],
    packages: ['webkit2gtk-driver'],
  })

/**
 * The path of Xvfb, the display without a screen that WebKitGTK needs: `XVFB_PATH`, an installed
 * one, or one fetched now.
 *
 * @returns {Promise<string>}
 * @throws an Error that says what to do.
 */
export const findDisplay = () =>
  findProgram({
    name: 'Xvfb',
    variable: 'XVFB_PATH',
    places: ['/usr/bin/Xvfb'],
    probe: ['-help'],
    packages: ['xvfb'],
  })
