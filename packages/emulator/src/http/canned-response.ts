/** What is answered instead of the Frontend API. */
export interface CannedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
