/** What somebody wants, as far as another wish can be the same. */
export interface Wish {
  /** Wishes of one scope have an order: only the last of them may be joined. */
  readonly scope: string
  /** Tells apart two wishes that send the same request. */
  readonly name: string
  /** What is sent, as text: compared and not kept, since it may hold a password. */
  readonly toText: () => string
  /** True once what was wished is void, so that the same again is another wish. */
  readonly isVoid?: (() => boolean) | undefined
}

/** Joins callers that want the same, without changing the order of what is wanted. */
export interface Dedupe {
  /** `work`, or the promise of the last wish of this scope if that is the same and under way. */
  join<Result>(wish: Wish, work: () => Promise<Result>): Promise<Result>
  /** Runs `work` once however many ask for the same `name` while it runs. */
  once<Result>(name: string, work: () => Promise<Result>): Promise<Result>
}

export const createDedupe = (): Dedupe => {
  const last = new Map<string, { readonly wish: Wish; readonly promise: Promise<unknown> }>()
  const running = new Map<string, Promise<unknown>>()
  return {
    join: <Result>(wish: Wish, work: () => Promise<Result>) => {
      const { scope, name, toText } = wish
      const current = last.get(scope)
      const joins =
        current?.wish.name === name &&
        !current.wish.isVoid?.() &&
        current.wish.toText() === toText()
      // as: the same wish is only ever made with the same kind of work
      if (joins) return current.promise as Promise<Result>
      const promise = work().finally(() => {
        if (last.get(scope)?.promise === promise) last.delete(scope)
      })
      last.set(scope, { wish, promise })
      return promise
    },
    once: <Result>(name: string, work: () => Promise<Result>) => {
      const current = running.get(name)
      // as: the same name is only ever asked with the same kind of work
      if (current) return current as Promise<Result>
      const promise = work().finally(() => running.delete(name))
      running.set(name, promise)
      return promise
    },
  }
}
