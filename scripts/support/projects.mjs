// Projects of vitest.workspace.ts, as options of vitest.

/** Suites that run once more, with another version or build of their framework: for the matrix. */
export const versions = ['react-18', 'vue-3.3', 'react-compiler']

/** @param {readonly string[]} names */
export const only = names => names.flatMap(name => ['--project', name])

/** @param {readonly string[]} names */
export const without = names => only(names.map(name => `!${name}`))
