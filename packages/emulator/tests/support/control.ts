import type { Emulator } from '@clientele/emulator'

/** Speaks to the control surface as a script does: JSON in and out, no origin. */
export const createRemote =
  (emulator: Emulator) =>
  async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const json =
      body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const type: Record<string, string> =
      body === undefined ? {} : { 'Content-Type': 'application/json' }
    const init = { method, headers: { ...type, ...headers }, ...json }
    const response = await emulator.fetch(`/__emulator${path}`, init)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    }
  }
