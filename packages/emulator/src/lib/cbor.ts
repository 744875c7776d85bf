/** What CBOR (RFC 8949) holds, as far as authenticators use it. */
export type Cbor =
  | number
  | string
  | boolean
  | null
  | Uint8Array
  | readonly Cbor[]
  | ReadonlyMap<Cbor, Cbor>

/** Reads bytes one after another. @throws RangeError at their end. */
const createCursor = (bytes: Uint8Array) => {
  let at = 0
  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError('CBOR ends too early')
    at += count
    return bytes.subarray(at - count, at)
  }
  const number = (count: number): number =>
    take(count).reduce((value, byte) => value * 256 + byte, 0)
  return { take, number }
}

const simple = new Map([
  [20, false],
  [21, true],
])

/**
 * The first item in these bytes; what follows is left alone.
 *
 * @throws RangeError for bytes that are none.
 */
export const decodeCbor = (bytes: Uint8Array): Cbor => {
  const { take, number } = createCursor(bytes)
  const unknown = (): never => {
    throw new RangeError('CBOR of an unknown kind')
  }
  const readItems = (count: number): Cbor[] => {
    const items: Cbor[] = []
    while (items.length < count) items.push(readItem())
    return items
  }
  const readPairs = (count: number): Map<Cbor, Cbor> => {
    const pairs = new Map<Cbor, Cbor>()
    for (let read = 0; read < count; read += 1) pairs.set(readItem(), readItem())
    return pairs
  }
  // By the major type: what its number is the value, the length or the count of.
  const readers: readonly ((count: number) => Cbor)[] = [
    value => value,
    value => -1 - value,
    take,
    length => new TextDecoder().decode(take(length)),
    readItems,
    readPairs,
    unknown,
    value => simple.get(value) ?? (value === 22 ? null : unknown()),
  ]
  const readNumber = (info: number): number => {
    if (info < 24) return info
    return info > 26 ? unknown() : number(2 ** (info - 24))
  }
  const readItem = (): Cbor => {
    const head = number(1)
    const read = readers[head >> 5] ?? unknown
    return read(readNumber(head & 31))
  }
  return readItem()
}
