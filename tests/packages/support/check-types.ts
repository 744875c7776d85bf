import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'

/** As bundlers find modules, as Node.js does, and as it was before export maps. */
const resolutions = {
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
  node: { module: 'NodeNext', moduleResolution: 'NodeNext' },
  commonjs: { module: 'NodeNext', moduleResolution: 'NodeNext' },
  node10: { module: 'CommonJS', moduleResolution: 'node10', esModuleInterop: true },
} as const

type Resolution = keyof typeof resolutions

/** The same sources where a manifest says that they are CommonJS. */
const copyAsCommonJs = async (folder: string) => {
  await cp(join(folder, 'types'), join(folder, 'types-commonjs'), { recursive: true })
  await writeFile(join(folder, 'types-commonjs/package.json'), '{ "type": "commonjs" }')
}

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
  const isModule = resolution === 'bundler' || resolution === 'node'
  if (!isModule) await copyAsCommonJs(folder)
  const sources = isModule ? 'types' : 'types-commonjs'
  const file = `tsconfig.${typescript}.${resolution}.${files[0]}.json`
  await writeFile(
    join(folder, file),
    JSON.stringify({ files: files.map(name => `${sources}/${name}`), compilerOptions }),
  )
  try {
    return await run('node', [join('node_modules', typescript, 'bin/tsc'), '-p', file])
  } catch (error) {
    return String(error)
  }
}
