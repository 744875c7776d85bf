import { beforeEach } from 'vitest'
import { type RunsOn, runsOn } from './runs-on.ts'

// Every test of a suite that runs once more with another version shows that one to work.

const { kind, name, version }: RunsOn = JSON.parse(process.env.RUNS_ON ?? '{}')
beforeEach(() => runsOn(kind, name, version))
