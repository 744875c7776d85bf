import type { Explanation } from './explanation.ts'
import type { Send } from './http/transport.ts'
import type { AttemptKind } from './slices/attempts.ts'
import type { State } from './state.ts'
import type { Recipe } from './store.ts'

type Undo = () => void

/** Stands around each request: calls `send`, or answers itself. */
export type Interceptor = (request: Parameters<Send>[0], send: Send) => ReturnType<Send>

/** Refuses an action of an attempt, before anything is sent, by throwing. */
export type AttemptGuard = (kind: AttemptKind, status: string, action: string) => void

/** Chooses the session to begin with. @param otherwise what would be chosen without it. */
export type ChooseSession = (
  state: State,
  otherwise: (state: State) => string | null,
) => string | null

/** What else changes when an organization is chosen for a session. */
export type ChooseOrganization = (
  sessionId: string,
  organizationId: string | null,
) => readonly Recipe[]

/** Where modules come in. Each gives back its undo, and `dispose()` undoes all. */
export interface Hooks {
  /** The last one that was added sees a request first. */
  intercept(interceptor: Interceptor): Undo
  guard(guard: AttemptGuard): Undo
  chooseInitialSession(choose: ChooseSession): Undo
  onChooseOrganization(listener: ChooseOrganization): Undo
  /** What `clientele.explain()` says: of several the last one that was added. */
  explainWith(explain: () => Explanation): Undo
}

/** The same, with what the core asks of them. */
export interface HookPoints extends Hooks {
  readonly send: Send
  assertAllowed(kind: AttemptKind, status: string, action: string): void
  selectInitialSessionId(state: State): string | null
  organizationRecipes: ChooseOrganization
  explain(): Explanation
  clear(): void
}

const nothingKept: Explanation = { signedOut: null, events: [] }

const add = <Item>(list: Set<Item>, item: Item): Undo => {
  list.add(item)
  return () => list.delete(item)
}

/**
 * @param send what is sent by in the end.
 * @param selectInitialSessionId what chooses where no module does.
 */
export const createHooks = (
  send: Send,
  selectInitialSessionId: (state: State) => string | null,
): HookPoints => {
  // Wrapped, so that the same function may be added twice.
  const interceptors = new Set<{ readonly run: Interceptor }>()
  const guards = new Set<{ readonly run: AttemptGuard }>()
  const choosers = new Set<{ readonly run: ChooseSession }>()
  const organizations = new Set<{ readonly run: ChooseOrganization }>()
  const explainers = new Set<{ readonly run: () => Explanation }>()
  return {
    intercept: run => add(interceptors, { run }),
    guard: run => add(guards, { run }),
    chooseInitialSession: run => add(choosers, { run }),
    onChooseOrganization: run => add(organizations, { run }),
    explainWith: run => add(explainers, { run }),
    send: request => {
      let next = send
      for (const { run } of interceptors) {
        const inner = next
        next = each => run(each, inner)
      }
      return next(request)
    },
    assertAllowed: (...action) => {
      for (const { run } of guards) run(...action)
    },
    selectInitialSessionId: state => {
      let next = selectInitialSessionId
      for (const { run } of choosers) {
        const inner = next
        next = each => run(each, inner)
      }
      return next(state)
    },
    organizationRecipes: (...choice) => [...organizations].flatMap(({ run }) => run(...choice)),
    explain: () => [...explainers].at(-1)?.run() ?? nothingKept,
    clear: () => {
      for (const list of [interceptors, guards, choosers, organizations, explainers]) list.clear()
    },
  }
}
