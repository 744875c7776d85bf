export { ClienteleDevtoolsElement, type DevtoolsOptions } from './element.tsx'
export { defineDevtools, mountDevtools } from './mount-devtools.ts'
