import { EmulatorClock } from '../parts/emulator-clock.tsx'
import { Faults } from '../parts/faults.tsx'
import { Scenarios } from '../parts/scenarios.tsx'

/** The time, and what goes wrong. */
export const FaultsPage = () => (
  <>
    <div class="halves">
      <div>
        <EmulatorClock />
      </div>
      <div>
        <Faults />
      </div>
    </div>
    <Scenarios />
  </>
)
