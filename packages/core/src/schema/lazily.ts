/**
 * What `make` makes, made once and when it is first needed: schemas cost milliseconds, and an
 * import does nothing.
 */
export const lazily = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}
