import { type ApiError, refuse } from '../lib/api-error.ts'
import type { Upload } from '../lib/images.ts'
import { readBytes } from './read-body.ts'

/** What a request has in its body: fields, and at most one file. */
export interface ReadForm {
  /** A file is among them by its name. */
  readonly form: readonly (readonly [string, string])[]
  readonly upload: Upload | null
  /** What was sent as JSON; `null` for a form. */
  readonly json: unknown
  readonly fault: ApiError | null
}

export const maxBytes = 1_000_000
export const maxUpload = 10_000_000

export const multipart = 'multipart/form-data'
const binary = 'application/octet-stream'

export const readParts = async (bytes: Uint8Array, contentType: string): Promise<ReadForm> => {
  const headers = { 'Content-Type': contentType }
  // as: TypeScript takes its buffer for one that might be shared
  const data = await new Response(bytes as BodyInit, { headers }).formData()
  const parts = [...data]
  const files = parts.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))
  const [file] = files
  return {
    form: parts.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
    upload: file
      ? { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
      : null,
    json: null,
    fault: null,
  }
}

const encoded = /^(?:data:([^;,]*);base64,)?([A-Za-z0-9+/\s]*=*)$/

// The SDK sends a picture that it has as text so: base64 for what it holds.
const readBinary = (bytes: Uint8Array): ReadForm => {
  const text = bytes.length > 0 ? encoded.exec(new TextDecoder().decode(bytes).trim()) : null
  const [, type = '', base64] = text ?? []
  const held =
    base64 === undefined ? bytes : Uint8Array.from(atob(base64), char => char.charCodeAt(0))
  return {
    form: [['file', 'file']],
    upload: { name: 'file', type, bytes: held },
    json: null,
    fault: null,
  }
}

const toFields = (bytes: Uint8Array): ReadForm => ({
  form: [...new URLSearchParams(new TextDecoder().decode(bytes))],
  upload: null,
  json: null,
  fault: null,
})

const json = 'application/json'

// The calls about API keys are the only ones whose fields travel as JSON.
const takesJson = ({ url }: Request): boolean => /\/api_keys(\/|$)/.test(new URL(url).pathname)

// What is no text or number is no field of theirs; `null` is an empty one, as in a form.
const readJson = (bytes: Uint8Array): ReadForm => {
  const body: unknown = JSON.parse(new TextDecoder().decode(bytes) || '{}')
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return {
    form: fields.map(([name, value]) => [name, value === null ? '' : String(value)]),
    upload: null,
    json: null,
    fault: null,
  }
}

const unsupported = () =>
  refuse(
    415,
    'unsupported_content_type',
    `The content type must be application/x-www-form-urlencoded, or ${multipart} with a file.`,
  )

/**
 * Reads the body of a request.
 *
 * @throws ApiError 415 for one of another type, BodyTooLarge, and whatever reading throws.
 */
export const readForm = async (request: Request, headers: Headers): Promise<ReadForm> => {
  const contentType = headers.get('content-type') ?? ''
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  const isUpload = type === multipart || type === binary
  const bytes = await readBytes(request, isUpload ? maxUpload : maxBytes)
  if (type === multipart) return readParts(bytes, contentType)
  if (type === binary) return readBinary(bytes)
  if (type === json && takesJson(request)) return readJson(bytes)
  if (bytes.length > 0 && type !== 'application/x-www-form-urlencoded') throw unsupported()
  return toFields(bytes)
}
