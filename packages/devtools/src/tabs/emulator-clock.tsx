import { DoButton, formatDate, useAct, useLive } from '@clientele/views'

const steps = [
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
  ['+1 d', 86_400_000],
] as const

/** The emulator's time: forward, still, and back to this machine's. */
export const EmulatorClock = () => {
  const act = useAct()
  const { value, problem } = useLive(control =>
    control.get<{ readonly now: number; readonly frozen: boolean }>('/clock'),
  )
  const change = (path: string, body?: unknown) => act('POST', `/clock/${path}`, body)
  return (
    <section>
      <h2>Clock</h2>
      <p>{value ? formatDate(value.now) : problem || 'Reading…'}</p>
      <div class="row">
        {steps.map(([name, ms]) => (
          <DoButton key={name} repeats onDo={() => change('advance', { ms })}>
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
