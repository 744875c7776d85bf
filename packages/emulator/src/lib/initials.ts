/**
 * One or two letters by which somebody or something is known: those of its first two words.
 *
 * @param names the first that says something counts.
 */
export const initialsOf = (...names: readonly (string | null)[]): string => {
  const name = names.find(each => /[\p{L}\p{N}]/u.test(each ?? '')) ?? ''
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = words.slice(0, 2).map(word => String.fromCodePoint(word.codePointAt(0) ?? 63))
  return letters.join('').toUpperCase()
}

/** Whether a text is such letters: nothing that means something in SVG. */
export const areInitials = (text: string): boolean => /^[\p{L}\p{N}]{1,6}$/u.test(text)

const hueOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)

/** A square picture of initials, of a colour that follows from them. */
export const toInitialsSvg = (letters: string): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">' +
  `<rect width="96" height="96" fill="hsl(${hueOf(letters)},45%,40%)"/>` +
  '<text x="48" y="50" fill="#fff" font-family="system-ui,sans-serif" font-size="40" ' +
  `text-anchor="middle" dominant-baseline="central">${letters}</text></svg>`
