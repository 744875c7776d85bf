import type { AttemptKind } from './slices/attempts.ts'
import type { Time } from './time/time.ts'

/** One action of an attempt, from its intent to its end. */
export interface Action {
  /** True once the attempt was reset or replaced: what it brings is void. */
  isVoid(): boolean
  /** It is over. @returns whether another one of the same attempt is under way. */
  end(): boolean
}

/** The attempts of one kind, one after the other: what is late belongs to its own one only. */
export interface AttemptLife {
  /** Another attempt begins, or this one is forgotten: whatever is under way is void. */
  renew(): void
  begin(): Action
  /** For what is no action: whether the attempt was reset or replaced since. */
  watch(): Pick<Action, 'isVoid'>
  /** A provider is about to be visited for the attempt of this id. */
  leaveFor(id: string): void
  /** The attempt for which a provider was visited last. */
  readonly leftFor: string | undefined
  /** Something was sent just now, and must not be sent again for `ms` milliseconds. */
  hold(ms: number): void
  /** Milliseconds for which it must not be sent again; `undefined` when nothing was sent here. */
  held(): number | undefined
}

export type AttemptLives = Readonly<Record<AttemptKind, AttemptLife>>

const createLife = (time: Time): AttemptLife => {
  let generation = {}
  let running = 0
  let leftFor: string | undefined
  let heldUntil: number | undefined
  const watch = () => {
    const own = generation
    return { isVoid: () => own !== generation }
  }
  return {
    renew: () => {
      generation = {}
      running = 0
      heldUntil = undefined
    },
    watch,
    begin: () => {
      running++
      let isOver = false
      const { isVoid } = watch()
      return {
        isVoid,
        end: () => {
          if (!isOver && !isVoid()) running--
          isOver = true
          return running > 0
        },
      }
    },
    leaveFor: id => {
      leftFor = id
    },
    get leftFor() {
      return leftFor
    },
    hold: ms => {
      heldUntil = time.steady() + ms
    },
    held: () => (heldUntil === undefined ? undefined : Math.max(0, heldUntil - time.steady())),
  }
}

export const createAttemptLives = (time: Time): AttemptLives => ({
  signIn: createLife(time),
  signUp: createLife(time),
})
