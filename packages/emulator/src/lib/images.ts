/** The pictures that are taken and shown: none of a kind that can run anything. */
export const imageType = /^image\/(png|jpeg|gif|webp)$/

const marks: readonly (readonly [type: string, mark: RegExp])[] = [
  ['image/png', /^\x89PNG/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
]

/** The type of a picture by how it begins; what was said of it where that tells nothing. */
export const imageTypeOf = (bytes: Uint8Array, said: string): string => {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  return marks.find(([, mark]) => mark.test(head))?.[0] ?? said
}

/** A file as it was uploaded. */
export interface Upload {
  readonly name: string
  /** As its sender says; empty when it does not. */
  readonly type: string
  readonly bytes: Uint8Array
}
