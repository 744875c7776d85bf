import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { run } from './run.mjs'

/**
 * @typedef {object} Program
 * @property {string} name as people call it
 * @property {string} variable of the environment, which names its path
 * @property {readonly string[]} places where it usually is
 * @property {readonly string[]} probe with these it starts, and ends at once
 * @property {readonly string[]} [download] a command that fetches it for this user
 * @property {readonly string[]} packages of Debian and Ubuntu
 */

/**
 * True when the file is there and, where asking for its version opens no window, when it starts.
 *
 * @param {string} path
 * @param {readonly string[]} probe
 */
const works = async (path, probe) => {
  try {
    await access(path, constants.X_OK)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  // A browser without its system libraries is there, and of no use.
  const { code } = await run(path, probe, { quiet: true })
  return code === 0
}

/** @param {Program} program */
const look = async ({ places, probe }) => {
  for (const path of places) if (await works(path, probe)) return path
  return undefined
}

const isRootOnDebian = async () =>
  process.getuid?.() === 0 && (await works('/usr/bin/apt-get', ['--version']))

/**
 * Ways to get a program, the gentlest first: the commands of each.
 *
 * @param {Program} program
 * @returns {Promise<readonly (readonly string[])[][]>}
 */
const remediesOf = async ({ download, packages }) => {
  const apt = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
  ]
  const mayInstall = packages.length > 0 && (await isRootOnDebian())
  return [...(download ? [[download]] : []), ...(mayInstall ? [apt] : [])]
}

const lastWords = (/** @type {string} */ output) =>
  output
    .split('\n')
    .filter(line => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(-3)
    .join('\n')

/** @param {readonly (readonly string[])[]} commands */
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
 * The path of a program: the one that its variable names, an installed one, or one fetched now.
 *
 * @param {Program} program
 * @returns {Promise<string>}
 * @throws an Error that says what to do: a browser test is never skipped silently.
 */
export const findProgram = async program => {
  const { name, variable, probe, packages } = program
  const named = process.env[variable]
  if (named) {
    if (await works(named, probe)) return named
    throw new Error(`${variable} is ${named}, and there is no ${name} that starts`)
  }
  const found = await look(program)
  if (found) return found
  const failures = []
  for (const commands of await remediesOf(program)) {
    failures.push(await runAll(commands))
    const fetched = await look(program)
    if (fetched) return fetched
  }
  const remedy = `Install it (in Debian and Ubuntu: ${packages.join(' ')}), or set ${variable}.`
  throw new Error(
    `No ${name} was found, and none could be fetched. ${remedy}\n${failures.join('\n')}`,
  )
}
