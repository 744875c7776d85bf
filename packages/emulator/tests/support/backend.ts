import type { Emulator } from '@clientele/emulator'

/** Speaks the Backend API by hand: JSON in and out, with the secret key unless told otherwise. */
export const createBackend = (emulator: Emulator, key: string | null = emulator.secretKey) => {
  const authorization: Record<string, string> =
    key === null ? {} : { Authorization: `Bearer ${key}` }
  const send = async (method: string, path: string, body?: unknown) => {
    const isForm = body instanceof FormData
    const type: Record<string, string> =
      body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }
    const response = await emulator.fetch(`/v1${path}`, {
      method,
      headers: { ...authorization, ...type },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const json = text === '' ? null : JSON.parse(text)
    const error = json?.errors?.[0]
    const param = error?.meta?.param_name
    return {
      status: response.status,
      headers: response.headers,
      body: json,
      /** Code and parameter of the first error, as `code@param`. */
      fault: error && (param === undefined ? error.code : `${error.code}@${param}`),
    }
  }
  return {
    send,
    get: (path: string) => send('GET', path),
    post: (path: string, body?: unknown) => send('POST', path, body),
    patch: (path: string, body: unknown) => send('PATCH', path, body),
    put: (path: string, body: unknown) => send('PUT', path, body),
    delete: (path: string) => send('DELETE', path),
  }
}

export type Backend = ReturnType<typeof createBackend>

/** A picture, as a form takes it. */
export const pictureForm = (bytes: Uint8Array<ArrayBuffer>): FormData => {
  const form = new FormData()
  form.set('file', new Blob([bytes], { type: 'image/png' }), 'face.png')
  return form
}
