const names = ['ada', 'grace', 'edsger', 'barbara', 'alan', 'radia', 'donald', 'frances']

/** An address that nobody has signed up with yet, and whose code is known. */
export const suggestAddress = (): string => {
  const name = names[Math.floor(Math.random() * names.length)]
  const number = Math.floor(Math.random() * 9000) + 1000
  return `${name}.${number}+clerk_test@example.com`
}
