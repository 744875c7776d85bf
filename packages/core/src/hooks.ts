import type { Explanation } from './explanation.ts'
import { requestTimeout, type Send } from './http/transport.ts'
import type { Clock } from './ports.ts'
import type { AttemptKind } from './slices/attempts.ts'
import type { State } from './state.ts'
import type { Recipe } from './store.ts'
import { type Abortable, withDeadline } from './time/deadline.ts'

type Undo = () => void

/** Stands around each request: calls `send`, or answers itself. */
export type Interceptor = (request: Parameters<Send>[0], send: Send) => ReturnType<Send>

/**
 * Refuses an action of an attempt, before anything is sent, by throwing. There is no status while
 * no attempt is in progress.
 */
export type AttemptGuard = (kind: AttemptKind, status: string | undefined, action: string) => void

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
  /** Runs before each action of an attempt, and throws to refuse it. */
  guard(guard: AttemptGuard): Undo
  /** Decides with which session the store begins. */
  chooseInitialSession(choose: ChooseSession): Undo
  /** Runs when an organization is chosen, and says what else changes in the state. */
  onChooseOrganization(listener: ChooseOrganization): Undo
  /** What `clientele.explain()` says: of several the last one that was added. */
  explainWith(explain: () => Explanation): Undo
}

/** The same, with what the core asks of them. */
export interface HookPoints extends Hooks {
  readonly send: Send
  readonly assertAllowed: AttemptGuard
  selectInitialSessionId(state: State): string | null
  organizationRecipes: ChooseOrganization
  explain(): Explanation
  clear(): void
}

const nothingKept: Explanation = { signedOut: null, events: [] }

interface Extensions<Run> {
  /** @returns its undo. */
  add(run: Run): Undo
  /** In the order in which they were added. */
  all(): readonly Run[]
  clear(): void
}

const createExtensions = <Run>(): Extensions<Run> => {
  // Wrapped, so that the same function may be added twice.
  const list = new Set<{ readonly run: Run }>()
  return {
    add: run => {
      const added = { run }
      list.add(added)
      return () => list.delete(added)
    },
    all: () => Array.from(list, ({ run }) => run),
    clear: () => list.clear(),
  }
}

/** What calls the last one that was added, which may call the one before, down to `innermost`. */
const wrap =
  <Given, Result>(
    { all }: Extensions<(given: Given, inner: (given: Given) => Result) => Result>,
    innermost: (given: Given) => Result,
  ) =>
  (given: Given): Result =>
    all().reduce<(given: Given) => Result>(
      (inner, run) => each => run(each, inner),
      innermost,
    )(given)

/**
 * @param clock by which a request is given up.
 * @param lifetime ends requests, too.
 * @param send what is sent by in the end.
 * @param selectInitialSessionId what chooses where no module does.
 */
export const createHooks = (
  clock: Clock,
  lifetime: Abortable,
  send: Send,
  selectInitialSessionId: (state: State) => string | null,
): HookPoints => {
  const interceptors = createExtensions<Interceptor>()
  const run = wrap(interceptors, send)
  const guards = createExtensions<AttemptGuard>()
  const choosers = createExtensions<ChooseSession>()
  const organizations = createExtensions<ChooseOrganization>()
  const explainers = createExtensions<() => Explanation>()
  return {
    intercept: interceptors.add,
    guard: guards.add,
    chooseInitialSession: choosers.add,
    onChooseOrganization: organizations.add,
    explainWith: explainers.add,
    // Interceptors run while the request has its slot: one that never answers ends with it.
    send: request =>
      withDeadline(
        clock,
        request.timeout ?? requestTimeout,
        [lifetime, request.signal],
        async signal => run({ ...request, signal }),
      ),
    assertAllowed: (...action) => {
      for (const run of guards.all()) run(...action)
    },
    selectInitialSessionId: wrap(choosers, selectInitialSessionId),
    organizationRecipes: (...choice) => organizations.all().flatMap(run => run(...choice)),
    explain: () => explainers.all().at(-1)?.() ?? nothingKept,
    clear: () => {
      for (const each of [interceptors, guards, choosers, organizations, explainers]) each.clear()
    },
  }
}
