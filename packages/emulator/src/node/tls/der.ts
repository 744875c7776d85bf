/** One value in DER, the encoding of certificates: its tag, its length and its content. */
export const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const bytes = length > 255 ? [0x82, length >> 8, length & 255] : [0x81, length]
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : bytes)]), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)

/** @param hex its encoded numbers. */
export const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))

/** A string of bits whose last byte may have some to spare. */
export const bits = (content: Uint8Array, spare = 0): Buffer =>
  der(0x03, Buffer.from([spare]), content)

/** A time before 2050, to the second. */
export const time = (at: number): Buffer => {
  const digits = new Date(at).toISOString().replace(/\D/g, '')
  return der(0x17, Buffer.from(`${digits.slice(2, 14)}Z`))
}
