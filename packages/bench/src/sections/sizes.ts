import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { measureAdapters, measureJobs, measureParts } from '../measure/sizes.ts'
import { showBytes } from '../report/table.ts'
import type { Measure } from './section.ts'

const floor = 'our four dependencies alone'

export const jobSizes: Measure = async () => {
  const jobs = await measureJobs()
  const gzip = (name: string) => jobs.find(job => job.name === name)?.esbuild.gzip ?? Number.NaN
  const [ours, least] = [gzip('Clientele'), gzip(floor)]
  return {
    title: 'Size of a whole job',
    text:
      'Load, subscribe, sign in with a password, take a token, sign out: all that an ' +
      'application bundles for it, minified. The programs are in `packages/bench/jobs`.',
    head: ['', 'esbuild, gzip', 'esbuild, brotli', 'Vite, gzip', 'Vite, brotli'],
    rows: jobs.map(({ name, esbuild, vite }) => [
      name,
      ...[esbuild.gzip, esbuild.brotli, vite.gzip, vite.brotli].map(showBytes),
    ]),
    goals: [
      {
        text: `all in at most 20 kB by gzip: ${showBytes(ours)}`,
        met: ours <= 20_000,
        reason:
          `The four dependencies alone are ${showBytes(least)}, and what is left for 20 kB ` +
          'would hold less than half of the methods that a `Client` has to have: every verb ' +
          'of sign-in and sign-up, three ways to carry a credential, and the guards that the ' +
          'promises need are methods of one object, so no bundler can leave one out.',
      },
    ],
    plots: [
      {
        name: 'job-sizes',
        bars: jobs.map(({ name, esbuild }) => ({
          label: name,
          value: esbuild.gzip / 1000,
          ours: name === 'Clientele',
        })),
        options: {
          title: 'Size of a whole job, kB by gzip',
          unit: 'kB by gzip',
          logarithmic: true,
        },
      },
    ],
  }
}

const subpaths = (): readonly string[] => {
  const manifest = createRequire(import.meta.url).resolve('@clientele/core/package.json')
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8'))
  return Object.keys(exports)
    .filter(name => name.startsWith('./') && !name.endsWith('.json'))
    .map(name => name.slice(2))
}

/** What makes a part more than a small one. */
const whyLarge: Readonly<Record<string, string>> = {
  clerk: 'an API of another shape over all of the store',
  account: 'everything that a person changes of an account',
  'attempt-form': 'both forms, of which a bundler takes one where only one is used',
  'auth-fetch': 'ofetch is 3 kB of it',
  native: 'persisting, and the way back from a browser',
  server: 'used by servers, which send none of it',
  tabs: 'what tabs tell each other, and which of them asks',
}

const showLarge = ({ name }: { readonly name: string }): string =>
  `${name} (${whyLarge[name] ?? 'more than it should be'})`

export const partSizes: Measure = async () => {
  const parts = await measureParts(subpaths())
  const large = parts.filter(({ name, added }) => name !== 'browser' && added > 1200)
  return {
    title: 'Size of each part of the core',
    text:
      'What an import adds for who has the core already, by esbuild and gzip. `browser` is ' +
      '`tabs`, `locks`, `refresh`, `revalidate` and `cookies` at once.',
    head: ['@clientele/core/…', 'adds'],
    rows: parts.map(({ name, added }) => [`\`${name}\``, showBytes(added)]),
    goals: [
      {
        text: 'a part adds at most 1.2 kB',
        met: large.length === 0,
        reason: `Larger: ${large.map(showLarge).join(', ')}.`,
      },
    ],
    plots: [],
  }
}

export const adapterSizes: Measure = async () => {
  const adapters = await measureAdapters()
  const readers = adapters.filter(
    ({ name }) => name.includes('useClient') && name.startsWith('@clientele'),
  )
  return {
    title: 'Size of an adapter',
    text:
      'Without React or Vue, and on top of a core, by esbuild and gzip. `all` has the parts of ' +
      'the core that its hooks use.',
    head: ['', 'gzip'],
    rows: adapters.map(({ name, added }) => [name, showBytes(added)]),
    goals: [
      {
        text: 'reading the client costs at most 0.9 kB',
        met: readers.every(({ added }) => added <= 900),
      },
    ],
    plots: [],
  }
}
