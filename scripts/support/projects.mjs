// Projects of vitest.workspace.ts, as options of vitest. Each stands in one of these lists.

/** What runs without a browser. */
export const units = [
  'core',
  'emulator',
  'bench',
  'conformance',
  'react',
  'vue',
  'devtools',
  'recipes',
  'consumer',
  'members',
  'docs',
  'scripts',
  'servers',
]

/** Suites that run once more, with another version or build of their framework: for the matrix. */
export const versions = ['react-18', 'vue-3.3', 'react-compiler']

export const browser = ['browser']

/**
 * By name, since several names that are left out would take in each other.
 *
 * @param {readonly string[]} names
 */
export const only = names => names.flatMap(name => ['--project', name])
