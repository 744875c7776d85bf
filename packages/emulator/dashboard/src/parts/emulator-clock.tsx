import { DoButton, formatDate, formatDuration, useAct, useLive, useNow } from '@clientele/views'
import { Field, Form, Select, textOf } from './form.tsx'
import { Section } from './section.tsx'

const minute = 60_000
const presets = [
  [30_000, '30 s', 'codes may be sent again'],
  [minute, '1 min', 'session tokens end'],
  [10 * minute, '10 min', 'codes and links end'],
  [60 * minute, '1 h', 'locked users are free'],
  [1440 * minute, '1 day', 'attempts are abandoned'],
  [7 * 1440 * minute, '7 days', 'sessions expire'],
] as const

const units = [
  ['1000', 'seconds'],
  [String(minute), 'minutes'],
  [String(60 * minute), 'hours'],
  [String(1440 * minute), 'days'],
] as const

/** Whole seconds: what was asked for is an hour, and not 59 min 59 s of it. */
const describeOffset = (now: number, frozen: boolean): string => {
  const ahead = Math.round((now - Date.now()) / 1000) * 1000
  const side = ahead > 0 ? 'ahead of' : 'behind'
  const offset =
    Math.abs(ahead) < 1500
      ? 'the time of this machine'
      : `${formatDuration(Math.abs(ahead))} ${side} this machine`
  return frozen ? `${offset}, standing still` : offset
}

/** The emulator's time: shows it, stops it and moves it. */
export const EmulatorClock = () => {
  const act = useAct()
  const now = useNow()
  const { value } = useLive(control => control.get<{ readonly frozen: boolean }>('/clock'))
  const frozen = value?.frozen === true
  const change = (verb: string, body?: unknown) => act('POST', `/clock/${verb}`, body)
  const advance = (data: FormData) =>
    change('advance', { ms: Math.round(Number(data.get('amount')) * Number(textOf(data, 'unit'))) })
  return (
    <Section title="Clock">
      <p>
        <span class="big">{formatDate(now)}</span>
        <br />
        <span class="hint">{describeOffset(now, frozen)}</span>
      </p>
      <div class="row">
        <DoButton isPressed={frozen} onDo={() => change(frozen ? 'resume' : 'freeze')}>
          {frozen ? 'Unfreeze' : 'Freeze'}
        </DoButton>
        <DoButton onDo={() => change('reset')}>Back to the real time</DoButton>
      </div>
      <fieldset class="row" aria-label="Advance by">
        {presets.map(([ms, label, about]) => (
          <span key={label} title={about}>
            <DoButton repeats onDo={() => change('advance', { ms })}>{`+${label}`}</DoButton>
          </span>
        ))}
      </fieldset>
      <Form label="Advance the clock" submit="Advance" onSubmit={advance}>
        <Field name="amount" type="number" label="Advance by" value="90" isRequired />
        <Select name="unit" label="Unit" value="1000" options={units} />
      </Form>
    </Section>
  )
}
