/** When something limited was done lately. The id says what, and from which address. */
export interface UsageRecord {
  id: string
  times: number[]
}
