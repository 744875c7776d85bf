import { z } from 'zod'
import { type InputIssue, WrongInput } from '../../lib/input-errors.ts'
import { CommandFault } from './command-fault.ts'

export const remoteOptions = { url: { type: 'string' } } as const

const ErrorsSchema = z.object({
  errors: z
    .array(z.object({ message: z.string(), meta: z.object({ param_name: z.string().optional() }) }))
    .min(1),
})

const toIssues = (answer: unknown): InputIssue[] => {
  const read = ErrorsSchema.safeParse(answer)
  if (!read.success) return [{ path: [], message: 'it failed' }]
  return read.data.errors.map(({ message, meta }) => ({
    path: meta.param_name?.split('.') ?? [],
    message,
  }))
}

const ask = async (url: string, method: string, body: unknown): Promise<Response> => {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  try {
    return await fetch(url, { method, ...(body === undefined ? {} : json) })
  } catch (error) {
    throw new CommandFault(
      `No emulator answers at ${new URL(url).origin}: start one, or say where by --url.`,
      1,
      {
        cause: error,
      },
    )
  }
}

/**
 * Asks a running emulator, by default at the port where one starts.
 *
 * @returns the JSON of its answer; `null` without one.
 * @throws WrongInput for what it refuses, and CommandFault when there is none.
 */
export const askEmulator = async (
  base: string | undefined,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> => {
  const root = (base ?? 'http://127.0.0.1:4100').replace(/\/+$/, '')
  if (!/^https?:\/\//.test(root) || !URL.canParse(root))
    throw new CommandFault(
      `--url must be an address such as http://127.0.0.1:4100, not ${root}.`,
      2,
    )
  const response = await ask(`${root}/__emulator${path}`, method, body)
  if (!response.headers.has('x-emulator'))
    throw new CommandFault(`What answers at ${root} is no emulator.`, 1)
  const text = await response.text()
  const answer: unknown = text === '' ? null : JSON.parse(text)
  if (response.ok) return answer
  const issues = toIssues(answer)
  if (response.status === 422) throw new WrongInput('input', issues)
  throw new CommandFault(issues.map(({ message }) => message).join('; '), 1)
}
