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

/** How many bytes follow the first one of a character, and which of its bits count. */
const leads = [
  { from: 0xf0, more: 3, mask: 0x07 },
  { from: 0xe0, more: 2, mask: 0x0f },
  { from: 0xc0, more: 1, mask: 0x1f },
  // One that only follows, and stands alone here: no character.
  { from: 0x80, more: 0, mask: 0 },
  { from: 0, more: 0, mask: 0x7f },
] as const

/** The text that these bytes are in UTF-8; what is none becomes U+FFFD. */
export const fromUtf8 = (bytes: Uint8Array): string => {
  let text = ''
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index++] ?? 0
    const { from, more, mask } = leads.find(lead => byte >= lead.from) ?? leads[4]
    const rest = bytes.subarray(index, index + more)
    const isWhole = rest.length === more && rest.every(next => next >> 6 === 2) && from !== 0x80
    const code = rest.reduce((high, low) => (high << 6) | (low & 0x3f), byte & mask)
    text += isWhole && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    if (isWhole) index += more
  }
  return text
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
