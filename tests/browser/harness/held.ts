/** A promise that a test resolves when the time has come. */
export const held = (): { readonly promise: Promise<void>; readonly resolve: () => void } => {
  let resolve = () => {}
  const promise = new Promise<void>(done => {
    resolve = done
  })
  return { promise, resolve }
}
