/**
 * What tsup makes of a package: ECMAScript modules in `dist`, and CommonJS in `dist/cjs` for what
 * can only `require`, such as Jest and old bundlers. Declarations are made by tsc, once for all who
 * check types; scripts/finish-commonjs.mjs copies them.
 *
 * @param {import('tsup').Options} shared
 * @param {import('tsup').Options} commonjs what differs in CommonJS
 * @returns {import('tsup').Options[]}
 */
export const twoBuilds = (shared, commonjs = {}) => [
  {
    target: 'es2022',
    splitting: true,
    treeshake: false,
    format: 'esm',
    clean: ['!**/*.d.ts', '!.tsbuildinfo', '!cjs/**'],
    sourcemap: true,
    ...shared,
  },
  {
    // Old enough that sucrase, by which tsup makes CommonJS of parts, has no syntax to replace: it
    // breaks classes with fields.
    target: 'es2019',
    // Entries share their parts here too, so that each part is there once.
    splitting: true,
    treeshake: false,
    ...shared,
    format: 'cjs',
    outDir: 'dist/cjs',
    // A manifest in that folder says that these are CommonJS.
    outExtension: () => ({ js: '.js' }),
    clean: true,
    ...commonjs,
  },
]
