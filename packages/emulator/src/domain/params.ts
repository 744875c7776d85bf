/** The fields of a form. An empty one means null, as the encoding of the Frontend API has it. */
export interface Params {
  has(name: string): boolean
  /** The text of a field; `null` when it is empty or absent. */
  text(name: string): string | null
  /** The text of a field that must be there. */
  required(name: string): string
  flag(name: string): boolean | null
  /** The texts of a field that may be given several times. */
  list(name: string): readonly string[]
  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value | null
}
