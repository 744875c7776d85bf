import { once } from '../view/once.ts'

type Shown = Readonly<Record<string, unknown>>

/** Members that a resource has beside what it reads. */
export type Own<Resource> = { readonly [Name in keyof Resource]?: Resource[Name] | undefined }

/** One unfrozen copy of each list: Clerk types its lists as ones that may be sorted in place. */
const copyOf = /* @__PURE__ */ once((list: readonly unknown[]) => [...list])

const unfrozen = (value: unknown): unknown => (Array.isArray(value) ? copyOf(value) : value)

/**
 * A resource as Clerk's code knows it: what was captured before an `await` shows what is true
 * after it. Every property is read when it is asked for, so that there is no second copy of state.
 *
 * @param read gives what there is to show now.
 * @param own members that `read` does not give, or that come before what it gives.
 */
export const live = <Resource extends object>(
  read: () => object,
  own: Own<NoInfer<Resource>>,
): Resource => {
  const fields = Object.keys(read()).map(name => [
    name,
    // as: looked up by the name that it has
    { enumerable: true, configurable: true, get: () => unfrozen((read() as Shown)[name]) },
  ])
  // as: the caller says what it shows
  return Object.defineProperties(
    {},
    {
      ...Object.fromEntries(fields),
      ...Object.getOwnPropertyDescriptors(own),
    },
  ) as Resource
}

/** What a resource is made with that follows something in the store. */
export interface Following<Shown, Resource> {
  /** As it is now: what the store has, or else what the last answer told of it. */
  readonly now: () => Shown
  /** Takes in what an action on it resolved to, also where the store has it no more. */
  readonly then: (answer: Promise<Shown>) => Promise<Resource>
  /** The resource itself. */
  readonly self: () => Resource
}

/**
 * A resource for one thing in the store, through all of its changes.
 *
 * @param find finds it in the store; `undefined` once it is gone.
 * @param make makes the resource; what it is given works once that is done.
 */
export const follow = <Shown extends object, Resource extends object>(
  first: Shown,
  find: () => Shown | undefined,
  make: (following: Following<Shown, Resource>) => Resource,
): Resource => {
  let shown = first
  const now = () => {
    shown = find() ?? shown
    return shown
  }
  const then = async (answer: Promise<Shown>) => {
    shown = await answer
    return resource
  }
  const resource: Resource = make({ now, then, self: () => resource })
  return resource
}
