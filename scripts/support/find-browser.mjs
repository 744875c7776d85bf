import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findProgram } from './find-program.mjs'
import { workspace } from './workspace.mjs'

/** Where Chrome and Chromium usually are. */
const usualPlaces = () => {
  const { ProgramFiles = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env
  const windows = [
    ProgramFiles,
    process.env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)',
    LOCALAPPDATA,
  ]
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ]
    case 'win32':
      return windows
        .filter(Boolean)
        .map(folder => join(folder, 'Google\\Chrome\\Application\\chrome.exe'))
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome-stable',
        '/usr/bin/google-chrome',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
      ]
  }
}

/**
 * The path of a Chromium or Chrome: the one that `CHROMIUM_PATH` names, an installed one, or one
 * fetched now.
 *
 * @returns {Promise<string>}
 * @throws an Error that says what to do: a browser test is never skipped silently.
 */
export const findBrowser = () => {
  const tool = join(workspace, 'node_modules/playwright-core/cli.js')
  return findProgram({
    name: 'Chromium or Chrome',
    variable: 'CHROMIUM_PATH',
    places: [...usualPlaces(), chromium.executablePath()],
    probe: ['--version'],
    download: [process.execPath, tool, 'install', 'chromium'],
    packages: ['chromium'],
  })
}
