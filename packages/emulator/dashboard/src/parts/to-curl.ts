import type { JournalEntry } from '../../../src/model/journal.ts'

type Sent = Pick<JournalEntry, 'method' | 'path' | 'query' | 'body' | 'origin'>

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A secret is not known any more: a placeholder says what belongs there. */
const filled = ([name, value]: readonly [string, string]): string =>
  value === '***' ? `<${name}>` : value

/**
 * A request as a command of a shell.
 *
 * @param base the address of the emulator, with a slash at its end.
 */
export const toCurl = ({ method, path, query, body, origin }: Sent, base: string): string => {
  const url = new URL(path.replace(/^\//, ''), base)
  for (const [name, value] of Object.entries(query))
    url.searchParams.set(name, filled([name, value]))
  const isBackend = !/^\/v1\/(client|environment|me|dev_browser|organizations)\b/.test(path)
  return [
    `curl --request ${method} ${quote(url.href)}`,
    ...(origin ? [`--header ${quote(`Origin: ${origin}`)}`] : []),
    ...(isBackend && path.startsWith('/v1/')
      ? [`--header ${quote('Authorization: Bearer <secret key>')}`]
      : [`--cookie ${quote('__client=<client token>')}`]),
    ...Object.entries(body).map(
      field => `--data-urlencode ${quote(`${field[0]}=${filled(field)}`)}`,
    ),
  ].join(' \\\n  ')
}
