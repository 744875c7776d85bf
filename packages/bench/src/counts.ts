/** How much of everything is done. */
export interface Counts {
  readonly rounds: number
  /** Of each page. */
  readonly visits: number
  /** Sessions of the clients that are refreshed. */
  readonly clients: readonly number[]
  readonly tokenCalls: number
  readonly heapSessions: number
  readonly subscribers: number
}

export const whole: Counts = {
  rounds: 25,
  visits: 9,
  clients: [1, 10, 100, 1000],
  tokenCalls: 200_000,
  heapSessions: 1000,
  subscribers: 10_000,
}

/** Enough to see that it still works; its figures mean nothing. */
export const quick: Counts = {
  rounds: 1,
  visits: 1,
  clients: [1],
  tokenCalls: 5,
  heapSessions: 5,
  subscribers: 20,
}
