type Shown = Readonly<Record<string, unknown>>
type Own<Resource> = { readonly [Name in keyof Resource]?: Resource[Name] | undefined }

/** One unfrozen copy of each list: Clerk types its lists as ones that may be sorted in place. */
const copies = new WeakMap<object, unknown>()

const unfrozen = (value: unknown): unknown => {
  if (!Array.isArray(value)) return value
  const copy = copies.get(value) ?? [...value]
  copies.set(value, copy)
  return copy
}

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
  const resource = Object.defineProperties({}, Object.getOwnPropertyDescriptors(own))
  for (const name of Object.keys(read()))
    if (!(name in own))
      Object.defineProperty(resource, name, {
        enumerable: true,
        configurable: true,
        // as: looked up by the name that it has
        get: () => unfrozen((read() as Shown)[name]),
      })
  return resource as Resource // as: the caller says what it shows
}

/** What `make` gives for an object, made once as long as that object lives. */
export const once = <Key extends object, Made extends object>(
  make: (key: Key) => Made,
): ((key: Key) => Made) => {
  const made = new WeakMap<Key, Made>()
  return key => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
