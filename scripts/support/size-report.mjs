/** @typedef {Readonly<Record<string, number>>} Sizes bytes by the name of a budget */

/** Found again by this, when a comment is renewed. */
const marker = '<!-- sizes -->'

const isName = (/** @type {string} */ name) => /^[\w@/(), .-]{1,100}$/.test(name)
const isSize = (/** @type {unknown} */ size) => Number.isInteger(size) && Number(size) >= 0

/**
 * What a run measured. It may come from anybody, and stands in a comment of ours then: nothing but
 * names and numbers.
 *
 * @param {string} text
 * @returns {Sizes}
 * @throws TypeError for anything else.
 */
export const readSizes = text => {
  const sizes = JSON.parse(text)
  const isObject = typeof sizes === 'object' && sizes !== null && !Array.isArray(sizes)
  if (!isObject || !Object.entries(sizes).every(([name, size]) => isName(name) && isSize(size)))
    throw new TypeError('These are no sizes by name')
  return sizes
}

const bytes = (/** @type {number | undefined} */ size) =>
  size === undefined ? '–' : size.toLocaleString('en')

/** @param {number | undefined} before @param {number | undefined} after */
const difference = (before, after) => {
  if (before === undefined) return 'new'
  if (after === undefined) return 'gone'
  if (before === after) return ''
  const changed = Math.abs(after - before)
  const percent = before === 0 ? '' : ` (${((changed / before) * 100).toFixed(1)} %)`
  return `${after > before ? '+' : '−'}${bytes(changed)}${percent}`
}

/** @param {Sizes} before @param {Sizes} after @param {readonly string[]} names */
const table = (before, after, names) =>
  [
    '| Minified and by gzip | before | after | |',
    '|---|--:|--:|--:|',
    ...names.map(name => {
      const [old, now] = [before[name], after[name]]
      return `| \`${name}\` | ${bytes(old)} | ${bytes(now)} | ${difference(old, now)} |`
    }),
  ].join('\n')

/**
 * A table in Markdown of what changed, and one of everything that is folded away.
 *
 * @param {Sizes} before
 * @param {Sizes} after
 */
export const reportSizes = (before, after) => {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  const changed = names.filter(name => before[name] !== after[name])
  const said =
    changed.length === 0
      ? 'No size changes.'
      : `Sizes in bytes:\n\n${table(before, after, changed)}`
  const all = table(before, after, names)
  return `${marker}\n${said}\n\n<details><summary>All sizes</summary>\n\n${all}\n\n</details>`
}
