import { TestRunner } from 'vitest'

/** Something that this project runs on or with; one row of docs/runs-on.md. */
export interface RunsOn {
  readonly kind:
    | 'Runtimes'
    | 'Frameworks'
    | 'Rendering on a server'
    | 'Bundlers'
    | 'Test runners'
    | 'TypeScript'
    | 'Package managers'
    | 'Browsers'
  readonly name: string
  readonly version: string
}

declare module 'vitest' {
  interface TaskMeta {
    /** What the test shows to work once it has passed. */
    runsOn?: RunsOn[]
  }
}

/** Says what the running test shows to work. The matrix writes a page of it, if the test passes. */
export const runsOn = (kind: RunsOn['kind'], name: string, version: string): void => {
  const meta = TestRunner.getCurrentTest()?.meta
  if (meta) meta.runsOn = [...(meta.runsOn ?? []), { kind, name, version }]
}
