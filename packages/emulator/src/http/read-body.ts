import { concatBytes } from '@noble/hashes/utils.js'

/** A body has more bytes than are read here. */
export class BodyTooLarge extends Error {}

const join = (chunks: readonly Uint8Array[]): Uint8Array => {
  const [only = new Uint8Array()] = chunks
  return chunks.length > 1 ? concatBytes(...chunks) : only
}

const readStream = async (
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> => {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return join(chunks)
    bytes += value.byteLength
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined) // whoever sends it need not know how that ended
      throw new BodyTooLarge()
    }
    chunks.push(value)
  }
}

/**
 * The body of a request, of which no more than `maxBytes` are ever kept.
 *
 * @throws BodyTooLarge as soon as that is known: from the length it declares, or while it comes.
 */
export const readBytes = async (request: Request, maxBytes: number): Promise<Uint8Array> => {
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > maxBytes) throw new BodyTooLarge()
  // A server has cut the body to the length that was declared: it may be read in one go.
  if (declared !== null) return new Uint8Array(await request.arrayBuffer())
  if (request.bodyUsed) throw new TypeError('The body of this request was read already.')
  return request.body === null ? new Uint8Array() : readStream(request.body, maxBytes)
}

/** The same as text. */
export const readBody = async (request: Request, maxBytes: number): Promise<string> =>
  new TextDecoder().decode(await readBytes(request, maxBytes))
