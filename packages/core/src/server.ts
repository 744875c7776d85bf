export type { ReadStateOptions, StateRequest } from './server/read-state.ts'
export { readState, stateHeaders } from './server/read-state.ts'
export { serializeForScript } from './server/serialize.ts'
