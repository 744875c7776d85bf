import { concatBytes } from '@noble/hashes/utils.js'

/** A body has more bytes than are read here. */
export class BodyTooLarge extends Error {}

const decode = (chunks: readonly Uint8Array[]): string => {
  const [only = new Uint8Array()] = chunks
  return new TextDecoder().decode(chunks.length > 1 ? concatBytes(...chunks) : only)
}

const readStream = async (
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<string> => {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return decode(chunks)
    bytes += value.byteLength
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined) // whoever sends it need not know how that ended
      throw new BodyTooLarge()
    }
    chunks.push(value)
  }
}

/**
 * The body of a request as text, of which no more than `maxBytes` are ever kept.
 *
 * @throws BodyTooLarge as soon as that is known: from the length it declares, or while it comes.
 */
export const readBody = async (request: Request, maxBytes: number): Promise<string> => {
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > maxBytes) throw new BodyTooLarge()
  // A server has cut the body to the length that was declared: it may be read in one go.
  if (declared !== null) return request.text()
  if (request.bodyUsed) throw new TypeError('The body of this request was read already.')
  return request.body === null ? '' : readStream(request.body, maxBytes)
}
