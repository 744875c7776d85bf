import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, extname, join, resolve, sep } from 'node:path'

// Clerk's SDKs load their scripts from the host of the Frontend API. Here they come out of the
// node_modules of the application.
const address = /^\/npm\/(@clerk\/[\w-][\w.-]*)@([^/]+)\/(.+)$/

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

const headers = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
}

const missing = (message: string): Response =>
  new Response(`${message}\n`, {
    status: 404,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** The folder of an installed package, looked for from `from` upwards as Node does. */
const findPackage = async (name: string, from: string): Promise<string | null> => {
  const found = await realpath(join(from, 'node_modules', name)).catch(() => null)
  const parent = dirname(from)
  return found ?? (parent === from ? null : findPackage(name, parent))
}

const versionOf = async (folder: string): Promise<string> => {
  const { version }: { version?: unknown } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}'),
  )
  return String(version ?? '')
}

const majorOf = (version: string): string => /^\d+(?=\.|$)/.exec(version)?.[0] ?? ''

/** The file, unless it lies outside of its package: by `..`, or by a link. */
const findFile = async (folder: string, path: string): Promise<string | null> => {
  try {
    const file = await realpath(resolve(folder, `./${decodeURIComponent(path)}`))
    return file.startsWith(folder + sep) ? file : null
  } catch {
    return null
  }
}

/**
 * Answers what asks for a file of one of Clerk's packages: `/npm/@clerk/clerk-js@6/dist/…`.
 *
 * @param pathname without the prefix.
 * @param root folder of the application.
 * @param ifNoneMatch the tag of what the browser has: 304 when it is still that.
 * @returns `null` for every other path.
 */
export const answerNpmFile = async (
  pathname: string,
  root: string,
  ifNoneMatch: string | null,
): Promise<Response | null> => {
  if (!pathname.startsWith('/npm/')) return null
  const [, name, asked, path] = address.exec(pathname) ?? []
  if (!name || !asked || !path)
    return missing('Only files of packages of @clerk are here: /npm/@clerk/clerk-js@6/dist/….')
  const folder = await findPackage(name, resolve(root))
  const remedy = `npm install --save-dev ${name}@${asked}`
  if (!folder)
    return missing(
      `${name} is not installed. The emulator takes the scripts of Clerk's SDKs from ` +
        `node_modules in ${resolve(root)} or above. Install it there: ${remedy}`,
    )
  const version = await versionOf(folder)
  const major = majorOf(asked)
  if (major !== '' && major !== majorOf(version))
    return missing(
      `The page asks for ${name}@${asked}, and ${version} is installed. Install it: ${remedy}`,
    )
  const file = await findFile(folder, path)
  const found = file === null ? null : await stat(file).catch(() => null)
  if (file === null || !found?.isFile()) return missing(`${name} ${version} has no file ${path}.`)
  const type = types[extname(file)] ?? 'application/octet-stream'
  const tag = `W/"${version}-${found.size}-${Math.floor(found.mtimeMs)}"`
  const known = { ...headers, 'Content-Type': type, ETag: tag }
  return ifNoneMatch === tag
    ? new Response(null, { status: 304, headers: known })
    : new Response(await readFile(file), { headers: known })
}
