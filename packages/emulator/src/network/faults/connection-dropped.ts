/** The connection broke, as `fetch` reports it: over a socket the emulator hangs up. */
export class ConnectionDropped extends TypeError {
  override readonly name = 'TypeError'

  constructor() {
    super('fetch failed', { cause: new Error('A fault of the emulator broke the connection.') })
  }
}
