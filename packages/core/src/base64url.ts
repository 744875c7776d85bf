// By hand, since not every runtime has `atob` and `TextDecoder`.

/** Of base64url; the last two are those of base64 in place of the two before. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/'

/** The bytes of base64 or base64url text, padded or not. @throws TypeError when it is neither. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length)
  let length = 0
  let bits = 0
  let held = 0
  for (const character of text.replace(/=+$/, '')) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new TypeError('This is not base64url text')
    bits = (bits << 6) | (value < 64 ? value : value - 2)
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[length++] = bits >> held
  }
  return bytes.slice(0, length)
}

/** The text that these bytes are in UTF-8. @throws URIError when they are none. */
export const fromUtf8 = (bytes: Uint8Array): string => {
  let text = ''
  // Only what is not ASCII is written as a percentage: nearly nothing.
  for (const byte of bytes)
    text += byte > 127 || byte === 37 ? `%${byte.toString(16)}` : String.fromCharCode(byte)
  return decodeURIComponent(text)
}

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
