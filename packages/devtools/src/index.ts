export type { ClienteleDevtoolsElement, DevtoolsOptions } from './element.tsx'
export { defineDevtools, mountDevtools } from './mount-devtools.ts'
