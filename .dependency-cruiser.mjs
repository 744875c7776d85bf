// What may import what, in every package: `npm run check:layers`. Imports of types count as well.

/** @typedef {import('dependency-cruiser').IConfiguration} Configuration */
/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType} Rule */
/** @typedef {readonly (readonly [name: string, files: string])[]} Layers */

/** @type {Layers} Lowest first; each a pattern of paths within the sources. */
const core = [
  [
    'data',
    '(schema/|records|state|ports|errors|explanation|base64url|is-object|guarded|strategies|factors|field-names|arguments)',
  ],
  [
    'reading',
    '(time/|normalize/|selectors/|initial-state|http/(url|encode|publishable-key|retry-after))',
  ],
  ['wire', '(http/|tokens/|request/(queue|dedupe|decode|classify|foreign-client))'],
  ['store', 'store'],
  ['slices', 'slices/'],
  ['hooks', '(hooks|attempt-lives)'],
  ['kernel', 'kernel'],
  ['request', 'request/'],
  ['actions', 'actions/'],
  ['views', '(view|modules)/'],
  ['clientele', '(clientele|rehearse)'],
  ['parts', '(attempt-form|when-loaded|server)'],
  ['presets', '(browser|native)'],
  ['clerk', 'clerk/'],
  ['entries', '(index|clerk|development)\\.ts'],
]

const optional = '(modules/|attempt-form|when-loaded|server)'

/** @type {Layers} Lowest first. */
const emulator = [
  ['lib', 'lib/'],
  ['model', 'model/'],
  ['domain', 'domain/'],
  ['tokens', 'tokens/'],
  ['serialize', 'serialize/'],
  ['http', 'http/'],
  ['network', 'network/'],
  ['client', 'client/'],
  ['control', 'control/'],
  ['admin', 'admin/'],
  ['emulator', '(emulator|index)\\.ts'],
  ['outermost', '(node/|testing/|(node|testing|bin)\\.ts)'],
]

/**
 * A file imports from its own layer or a lower one, and stands in one.
 *
 * @param {string} name of the package
 * @param {Layers} layers
 * @returns {Rule[]}
 */
const inLayers = (name, layers) => {
  const src = `^packages/${name}/src/`
  const upTo = (/** @type {number} */ count) =>
    layers.slice(0, count).map(([, files]) => `${src}${files}`)
  return [
    ...layers.slice(0, -1).map(([layer], index) => ({
      name: `${name}-${layer}-imports-no-higher-layer`,
      from: { path: upTo(index + 1).slice(-1), pathNot: upTo(index) },
      to: { path: src, pathNot: upTo(index + 1) },
    })),
    {
      name: `${name}-file-stands-in-a-layer`,
      from: {},
      to: { path: src, pathNot: upTo(layers.length) },
    },
  ]
}

/**
 * @param {string} name of the package
 * @param {readonly string[]} allowed patterns of what it may import beside its own files
 * @returns {Rule}
 */
const importsOnly = (name, allowed) => ({
  name: `${name}-imports-only-what-it-is-for`,
  from: { path: `^packages/${name}/src/` },
  to: { pathNot: [`^packages/${name}/src/`, ...allowed] },
})

const coreEntries =
  '^packages/core/src/(modules/[^/]+|attempt-form|browser|clerk|index|native|server|when-loaded)\\.ts$'

/** @type {Rule['to']} The sources of a package, when an import is not by its name but by a path. */
const sources = { path: '^packages/[^/]+/src/', dependencyTypes: ['local'] }

/** @returns {Rule[]} */
const asErrors = (/** @type {readonly Rule[]} */ rules) =>
  rules.map(rule => ({ severity: 'error', ...rule }))

/** @type {Configuration} */
export default {
  forbidden: asErrors([
    { name: 'no-circle', from: {}, to: { circular: true } },
    {
      name: 'imports-are-found',
      // What is built, or is installed for consumers, need not be there.
      from: { pathNot: '^(tests/packages/consumers/sources|examples/frameworks)/' },
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },
    {
      name: 'packages-import-each-other-by-name',
      from: { path: '^packages/([^/]+)/' },
      to: { ...sources, pathNot: '^packages/$1/' },
    },
    {
      name: 'packages-are-imported-by-name',
      from: { path: '^(docs|examples|tests|scripts)/' },
      to: sources,
    },
    {
      name: 'tests-import-by-name',
      // What is run as a command, and what stands under a condition, have no name of their own.
      from: {
        path: '^packages/(core|react|vue|emulator)/tests/',
        pathNot: '^packages/(emulator/tests/support/command|core/tests/development\\.test)\\.ts$',
      },
      to: sources,
    },
    importsOnly('core', [
      'node_modules/zustand/.*/(vanilla|middleware)\\.',
      'node_modules/zod/v4/core/',
      'node_modules/(immer|ofetch)/',
    ]),
    importsOnly('react', [coreEntries, 'node_modules/react/']),
    importsOnly('vue', [coreEntries, 'node_modules/vue/']),
    {
      name: 'core-knows-no-optional-part',
      from: {
        path: '^packages/core/src/',
        pathNot: `^packages/core/src/(${optional}|browser|native|clerk/)`,
      },
      to: { path: `^packages/core/src/${optional}` },
    },
    {
      name: 'emulator-describes-the-wire-itself',
      from: { path: '^packages/emulator/src/', pathNot: '^packages/emulator/src/testing/' },
      to: { path: '^packages/(?!emulator/)' },
    },
    ...inLayers('core', core),
    ...inLayers('emulator', emulator),
  ]),
  options: {
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    skipAnalysisNotInRules: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: [
        '^(packages|examples/frameworks)/[^/]+/(dist|build)/',
        '\\.gen\\.ts$',
        '^docs/\\.vitepress/(dist|cache)/',
      ],
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@clientele/source', 'import', 'node', 'default'],
    },
  },
}
