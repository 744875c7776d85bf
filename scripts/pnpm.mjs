// The pinned pnpm for the scripts of package.json: `node scripts/pnpm.mjs -r run build`.
import { pnpm } from './support/pnpm.mjs'

const { code } = await pnpm(process.argv.slice(2))
process.exitCode = code
