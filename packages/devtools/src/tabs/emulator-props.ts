import type { Control } from '../emulator/control.ts'

/** What the parts of the tab about the emulator are given. */
export interface EmulatorProps {
  readonly control: Control
}
