/** Methods and a path of operations, such as `['GET', 'POST']` and `/v1/me/:id`. */
export interface Operations {
  readonly methods: string[]
  readonly path: string
}

/** Reads lines such as `GET POST /v1/me/:id`. */
export const readOperations = (lines: string): readonly Operations[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const parts = line.split(' ')
      return { methods: parts.slice(0, -1), path: parts.at(-1) ?? '' }
    })
