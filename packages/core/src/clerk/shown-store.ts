import type { ClienteleStore } from '../clientele-store.ts'
import type { Kernel } from '../kernel.ts'

/** The store that resources show, and what it is made of. */
export interface ShownStore {
  readonly clientele: ClienteleStore
  readonly kernel: Kernel
}
