// By hand, since not every runtime has `atob` and `TextDecoder`.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The value of each character by its code; 255 where there is none. */
const values = (): Uint8Array => {
  const table = new Uint8Array(128).fill(255)
  for (let value = 0; value < 64; value++) table[alphabet.charCodeAt(value)] = value
  // Base64, too.
  table['+'.charCodeAt(0)] = 62
  table['/'.charCodeAt(0)] = 63
  return table
}
const decoded = /* @__PURE__ */ values()

/** The bytes of base64 or base64url text, padded or not. @throws TypeError when it is neither. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> => {
  const { length } = text.replace(/=+$/, '')
  const bytes = new Uint8Array((length * 3) >> 2)
  let bits = 0
  let held = 0
  let at = 0
  for (let index = 0; index < length; index++) {
    const value = decoded[text.charCodeAt(index)] ?? 255
    if (value === 255) throw new TypeError('This is not base64url text')
    bits = (bits << 6) | value
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 255
  }
  return bytes
}

/** The text that these bytes are in UTF-8. @throws URIError when they are none. */
export const fromUtf8 = (bytes: Uint8Array): string =>
  decodeURIComponent(Array.from(bytes, byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))

/** Bytes as base64url text, not padded. */
export const toBase64Url = (bytes: ArrayBuffer): string => {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of new Uint8Array(bytes)) {
    bits = ((bits << 8) | byte) & 0xffff
    held += 8
    for (; held >= 6; held -= 6) text += alphabet[(bits >> (held - 6)) & 63]
  }
  return held > 0 ? text + alphabet[(bits << (6 - held)) & 63] : text
}
