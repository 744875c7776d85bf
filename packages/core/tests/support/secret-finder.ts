/** Knows secrets, and texts that were seen in places where a secret must not turn up. */
export interface SecretFinder {
  /** @param kind of secret, such as `token`. */
  readonly keep: (kind: string, value: string | null | undefined) => void
  /** Takes the secrets out of a form that is sent. */
  readonly keepForm: (body: string) => void
  /** Takes the tokens out of an answer. */
  readonly keepTokens: (text: string) => void
  readonly see: (place: string, text: string) => void
  /** Which kind of secret was seen where: empty when all is well. */
  readonly leaks: () => readonly string[]
  /** How many secrets are known, so that a test can tell that there were any. */
  readonly known: () => number
}

// Names of form fields whose values nobody but the server may see again.
const secretFields = /password|^code$|ticket|signature|public_key_credential|^token$/
const jwts = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g

export const createSecretFinder = (): SecretFinder => {
  const secrets = new Map<string, string>()
  const places = new Map<string, Set<string>>()
  const keep: SecretFinder['keep'] = (kind, value) => {
    // A shorter one stands in every other word.
    if (!value || value.length < 5) return
    secrets.set(value, kind)
    secrets.set(new URLSearchParams([['', value]]).toString().slice(1), kind)
  }
  return {
    keep,
    keepForm: body => {
      for (const [name, value] of new URLSearchParams(body))
        if (secretFields.test(name)) keep(name, value)
    },
    keepTokens: text => {
      for (const [jwt] of text.matchAll(jwts)) keep('token', jwt)
    },
    see: (place, text) => {
      const texts = places.get(place) ?? new Set()
      places.set(place, texts.add(text))
    },
    leaks: () => {
      const found = [...secrets].flatMap(([secret, kind]) => {
        // Six digits stand in many a longer number.
        const alone = new RegExp(`(?<![\\w])${secret.replace(/[^\w]/g, '\\$&')}(?![\\w])`)
        const shows = (text: string) => text.includes(secret) && alone.test(text)
        return [...places]
          .filter(([, texts]) => [...texts].some(shows))
          .map(([place]) => `${kind} in ${place}`)
      })
      return [...new Set(found)]
    },
    known: () => secrets.size,
  }
}

/** All of an error that a log could print. */
export const printError = (error: unknown): string => {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? ''
  return [error.message, error.stack, JSON.stringify(error), printError(error.cause)].join('\n')
}
