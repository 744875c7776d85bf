import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { run } from './run.mjs'
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
 * True when the file is there and, where asking for its version opens no window, when it starts.
 */
const works = async (/** @type {string} */ path) => {
  try {
    await access(path, constants.X_OK)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  // A browser without its system libraries is there, and of no use.
  const { code } = await run(path, ['--version'], { quiet: true })
  return code === 0
}

const look = async () => {
  for (const path of [...usualPlaces(), chromium.executablePath()])
    if (await works(path)) return path
  return undefined
}

const isRootOnDebian = async () => process.getuid?.() === 0 && (await works('/usr/bin/apt-get'))

/**
 * Ways to get a browser, the gentlest first; each says whether it is worth a try and what to run.
 */
const remedies = [
  {
    applies: async () => true,
    commands: [
      [
        process.execPath,
        join(workspace, 'node_modules/playwright-core/cli.js'),
        'install',
        'chromium',
      ],
    ],
  },
  {
    applies: isRootOnDebian,
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
  },
]

const lastWords = (/** @type {string} */ output) =>
  output
    .split('\n')
    .filter(line => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(-3)
    .join('\n')

/** @param {readonly string[][]} commands */
const runAll = async commands => {
  for (const [command = '', ...args] of commands) {
    const { code, output } = await run(command, args, {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (code !== 0) return `${[command, ...args].join(' ')}\n${lastWords(output)}`
  }
  return ''
}

/**
 * The path of a Chromium or Chrome: the one that `CHROMIUM_PATH` names, an installed one, or one
 * fetched now.
 *
 * @returns {Promise<string>}
 * @throws an Error that says what to do: a browser test is never skipped silently.
 */
export const findBrowser = async () => {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) {
    if (await works(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, and there is no browser that starts`)
  }
  const found = await look()
  if (found) return found
  const failures = []
  for (const { applies, commands } of remedies) {
    if (!(await applies())) continue
    failures.push(await runAll(commands))
    const fetched = await look()
    if (fetched) return fetched
  }
  throw new Error(
    'No Chromium was found, and none could be fetched. Install Chromium or Chrome, or set ' +
      `CHROMIUM_PATH.\n${failures.join('\n')}`,
  )
}
