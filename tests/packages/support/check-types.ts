import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'

/** As bundlers find modules, and as Node.js does. */
const resolutions = {
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
  node: { module: 'NodeNext', moduleResolution: 'NodeNext' },
} as const

type Resolution = keyof typeof resolutions

/** What `tsc` says with every declaration checked, those of the packages among them. */
export const checkTypes = async (
  { folder, run }: Consumer,
  typescript: string,
  resolution: Resolution,
  files: readonly string[],
) => {
  const compilerOptions = {
    ...resolutions[resolution],
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    // Asked for where it is written only: it brings the types of React, which the old ones of Vue
    // do not get on with.
    ...(files.some(name => name.endsWith('.tsx')) ? { jsx: 'react-jsx' } : {}),
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  }
  const file = `tsconfig.${typescript}.${resolution}.${files[0]}.json`
  await writeFile(
    join(folder, file),
    JSON.stringify({ files: files.map(name => `types/${name}`), compilerOptions }),
  )
  try {
    return await run('node', [join('node_modules', typescript, 'bin/tsc'), '-p', file])
  } catch (error) {
    return String(error)
  }
}
