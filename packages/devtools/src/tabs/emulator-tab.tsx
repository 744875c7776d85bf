import { LiveProvider, useEmulator } from '@clientele/views'
import { useSubject } from '../panel/context.ts'
import { EmulatorClock } from './emulator-clock.tsx'
import { EmulatorFaults } from './emulator-faults.tsx'
import { EmulatorInbox } from './emulator-inbox.tsx'
import { EmulatorScenarios } from './emulator-scenarios.tsx'
import { EmulatorUsers } from './emulator-users.tsx'

const Trouble = () => {
  const { problem } = useEmulator()
  return problem === '' ? null : (
    <p role="alert" class="problem">
      {problem}
    </p>
  )
}

/** Inbox, people, clock, faults and scenarios of the emulator that the store talks to. */
export const EmulatorTab = () => {
  const { control } = useSubject()
  if (!control)
    return (
      <p class="empty">
        This store talks to no emulator on this machine. Start one by{' '}
        <code>npx @clientele/emulator</code> and use its publishable key.
      </p>
    )
  return (
    <LiveProvider control={control}>
      <Trouble />
      <p>
        <a href={`${control.address}/`} target="_blank" rel="noreferrer">
          Open the dashboard
        </a>
      </p>
      <div class="columns">
        <EmulatorInbox />
        <EmulatorUsers />
        <EmulatorClock />
        <EmulatorFaults />
        <EmulatorScenarios />
      </div>
    </LiveProvider>
  )
}
