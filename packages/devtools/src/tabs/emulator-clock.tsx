import { DoButton } from '../views/do-button.tsx'
import type { EmulatorProps } from './emulator-props.ts'
import { usePolled } from './use-polled.ts'

const steps = [
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
  ['+1 d', 86_400_000],
] as const

/** The emulator's time: forward, still, and back to this machine's. */
export const EmulatorClock = ({ control }: EmulatorProps) => {
  const { value, problem, refresh } = usePolled(() =>
    control.get<{ readonly now: number; readonly frozen: boolean }>('/clock'),
  )
  const change = async (path: string, body?: unknown) => {
    await control.send('POST', `/clock/${path}`, body)
    await refresh()
  }
  return (
    <section>
      <h2>Clock</h2>
      <p>{value ? new Date(value.now).toLocaleString() : problem || 'Reading…'}</p>
      <div class="row">
        {steps.map(([name, ms]) => (
          <DoButton key={name} onDo={() => change('advance', { ms })}>
            {name}
          </DoButton>
        ))}
        <DoButton onDo={() => change(value?.frozen ? 'resume' : 'freeze')}>
          {value?.frozen ? 'Let it run' : 'Stop it'}
        </DoButton>
        <DoButton onDo={() => change('reset')}>This machine’s time</DoButton>
      </div>
    </section>
  )
}
