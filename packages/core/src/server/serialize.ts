const escapes: Readonly<Record<string, string>> = { '/': '\\/' }
const escapeCharacter = (character: string): string =>
  escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * JSON that cannot leave the `<script>` it stands in: every `<`, `>`, `/`, `&`, U+2028 and U+2029
 * is escaped, in names and in values. Read it by `JSON.parse`; a program that evaluates it would
 * take a field named `__proto__` for a prototype.
 *
 * What a store holds is about one person, without tokens, passwords or codes: a page with it may be
 * kept by nobody else (`Cache-Control: private, no-store`).
 *
 * @throws TypeError for what JSON cannot say, as `JSON.stringify` does, and for `undefined` or a
 * function.
 * @example
 * const state = serializeForScript(clientele.store.getState())
 * const html = `<script type="application/json" id="clientele">${state}</script>`
 * // and in the browser:
 * const text = document.getElementById('clientele')?.textContent ?? 'null'
 * const initialState = JSON.parse(text) ?? undefined
 */
export const serializeForScript = (snapshot: unknown): string => {
  const text: string | undefined = JSON.stringify(snapshot)
  if (text === undefined)
    throw new TypeError(
      'JSON has no word for this: give the state, as of clientele.store.getState()',
    )
  return text.replace(/[<>/&\u2028\u2029]/g, escapeCharacter)
}
