type Call = (this: unknown, ...args: unknown[]) => unknown

const isPlain = (value: object): boolean =>
  Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype

/** The same object with each part as it is shown; itself, when that makes no difference. */
const withParts = <Value extends object>(value: Value, show: (part: unknown) => unknown) => {
  const entries = Object.entries(value)
  const others = entries.flatMap(([key, part]): [string, unknown][] => {
    const other = show(part)
    return other === part ? [] : [[key, other]]
  })
  if (others.length === 0) return value
  const made: Value = Array.isArray(value) ? [] : Object.create(Object.prototype)
  // What cannot be enumerated is there as well.
  const properties = Object.getOwnPropertyDescriptors(value)
  for (const [key, other] of others)
    Reflect.set(properties, key, { value: other, enumerable: true })
  Object.defineProperties(made, properties)
  return Object.isFrozen(value) ? Object.freeze(made) : made
}

/**
 * Shows things whose functions, however deep, tell of what they throw or reject with. The same
 * thing is always shown as the same, and what has no function in it is shown as it is.
 */
export const watchCalls = (tell: (error: unknown) => void): (<Value>(value: Value) => Value) => {
  const shown = new WeakMap<object, unknown>()
  const callbacks = new WeakMap<object, Call>()

  const told = (error: unknown): never => {
    tell(error)
    throw error
  }

  /** What is called back is shown what everybody is shown. */
  const callback = (value: unknown): unknown => {
    if (typeof value !== 'function') return value
    const call: Call =
      callbacks.get(value) ??
      function (...args) {
        return Reflect.apply(value, this, args.map(show))
      }
    callbacks.set(value, call)
    return call
  }

  const watched = (run: object): Call =>
    function (...args) {
      try {
        // as: it is asked for functions only
        const result: unknown = Reflect.apply(run as Call, this, args.map(callback))
        return result instanceof Promise ? result.then(show, told) : show(result)
      } catch (error) {
        return told(error)
      }
    }

  const show = <Value>(value: Value): Value => {
    const isFunction = typeof value === 'function'
    if (!isFunction && (typeof value !== 'object' || value === null || !isPlain(value)))
      return value
    const made = shown.get(value) ?? (isFunction ? watched(value) : withParts(value, show))
    shown.set(value, made)
    if (made !== value) shown.set(made as object, made) // as: a function or a copy
    return made as Value // as: it has the same properties, or takes and gives the same
  }

  return show
}
