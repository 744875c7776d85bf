import { join } from 'node:path'

/** The root of this workspace. */
export const workspace = join(import.meta.dirname, '../../..')
