import { refuse } from '../lib/api-error.ts'
import { isBottomless } from '../lib/free-json.ts'
import { readBytes } from './read-body.ts'
import { maxBytes, maxUpload, multipart, type ReadForm, readParts } from './read-form.ts'

const parse = (text: string): unknown => {
  if (isBottomless(text))
    throw refuse(400, 'request_body_invalid', 'The request body is nested too deeply.')
  try {
    return JSON.parse(text)
  } catch {
    throw refuse(400, 'request_body_invalid', 'The request body is not JSON.')
  }
}

// As the journal shows it: each field of the JSON as a text.
const toFields = (json: unknown): ReadForm['form'] =>
  typeof json === 'object' && json !== null
    ? Object.entries(json).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ])
    : []

/**
 * Reads the body of a request to the Backend API.
 *
 * @throws ApiError 415 for one that is neither JSON nor has a file, 400 for what is no JSON,
 * BodyTooLarge, and whatever reading throws.
 */
export const readJson = async (request: Request, headers: Headers): Promise<ReadForm> => {
  const contentType = headers.get('content-type') ?? ''
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  const bytes = await readBytes(request, type === multipart ? maxUpload : maxBytes)
  if (type === multipart) return readParts(bytes, contentType)
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return { form: [], upload: null, json: {}, fault: null }
  if (type !== 'application/json')
    throw refuse(415, 'unsupported_content_type', 'The content type must be application/json.')
  const json = parse(text)
  return { form: toFields(json), upload: null, json, fault: null }
}
