const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const hexDigits = '0123456789abcdef'

/**
 * Everything that would be random in a real service, drawn from the seed so that a run can be
 * repeated exactly.
 */
export interface Ids {
  /**
   * The next id of a kind, such as `sess_` and 27 letters. The n-th id of a kind does not depend on
   * the other kinds.
   */
  next(prefix: string): string
  /** A secret of 32 letters: rotating tokens, nonces, salts. */
  secret(kind: string): string
  /** A one-time code of six digits; never `424242`, which is reserved for test identities. */
  code(): string
  /** 32 hexadecimal digits, as trace ids are. */
  trace(): string
  /** A number in [0, 1): whether something happens. */
  fraction(kind: string): number
  reset(): void
  /** What has been drawn so far, by kind. */
  reading(): IdsReading
  restore(reading: IdsReading): void
}

/** What the next ids follow from. */
export interface IdsReading {
  readonly seed: string | number
  readonly counts: Readonly<Record<string, number>>
}

/** 32 bits out of a text (FNV-1a with a final mix): a spread, not a secret. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}

/** Numbers in [0, 1) that depend on the text only (mulberry32). */
const numbersFrom = (text: string): (() => number) => {
  let state = hash(text)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

/** The ids of one emulator. */
export const createIds = (initialSeed: string | number): Ids => {
  let seed = initialSeed
  const counts = new Map<string, number>()
  const numbersFor = (kind: string): (() => number) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return numbersFrom(`${seed}:${kind}:${count}`)
  }
  const draw = (kind: string, alphabet: string, length: number): string => {
    const random = numbersFor(kind)
    let text = ''
    while (text.length < length) text += alphabet.charAt(Math.floor(random() * alphabet.length))
    return text
  }
  const code = (): string => {
    const drawn = draw('code', '0123456789', 6)
    return drawn === '424242' ? code() : drawn
  }
  return {
    code,
    // The count leads, so that two ids of one kind never meet however the letters fall.
    next: prefix => {
      const letterPart = draw(prefix, letters, 23)
      return `${prefix}_${(counts.get(prefix) ?? 0).toString(36).padStart(4, '0')}${letterPart}`
    },
    secret: kind => draw(`secret:${kind}`, letters, 32),
    trace: () => draw('trace', hexDigits, 32),
    fraction: kind => numbersFor(`fraction:${kind}`)(),
    reset: () => {
      seed = initialSeed
      counts.clear()
    },
    reading: () => ({ seed, counts: Object.fromEntries(counts) }),
    restore: reading => {
      seed = reading.seed
      counts.clear()
      for (const [kind, count] of Object.entries(reading.counts)) counts.set(kind, count)
    },
  }
}
