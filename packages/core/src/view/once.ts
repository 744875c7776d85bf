/** What `make` makes of an object, once for as long as that object lives. */
export const once = <From extends object, Made>(
  make: (from: From) => Made,
): ((from: From) => Made) => {
  const known = new WeakMap<From, Made>()
  return from => {
    const made = known.get(from) ?? make(from)
    known.set(from, made)
    return made
  }
}
