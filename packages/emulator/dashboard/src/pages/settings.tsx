import { Tree } from '@clientele/views'
import { useEffect, useRef } from 'preact/hooks'
import type { Settings } from '../../../src/model/settings.ts'
import type { Facts } from '../facts.ts'
import { Section } from '../parts/section.tsx'
import { switches } from '../parts/switches.ts'
import { useSettings } from '../parts/use-settings.ts'

type Change = (toChange: (before: Settings) => Partial<Settings>) => void

interface GroupProps {
  readonly settings: Settings
  readonly change: Change
}

interface ChoiceProps<Name extends keyof Settings> extends GroupProps {
  readonly title: string
  readonly name: Name
  readonly options: readonly (readonly [value: Settings[Name], label: string])[]
}

const Choice = <Name extends keyof Settings>(props: ChoiceProps<Name>) => {
  const { title, name, options, settings, change } = props
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map(([value, label]) => (
        <label key={label} class="switch">
          <input
            type="radio"
            name={name}
            checked={settings[name] === value}
            // as: one name with its own value
            onChange={() => change(() => ({ [name]: value }) as Partial<Settings>)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

interface CountProps extends GroupProps {
  readonly label: string
  readonly name: 'lockoutAttempts' | 'lockoutDuration'
  /** How much of the setting is one of what is shown. */
  readonly scale: number
  readonly max: number
}

const Count = ({ label, name, scale, max, settings, change }: CountProps) => {
  const shown = String(settings[name] / scale)
  const field = useRef<HTMLInputElement>(null)
  const isTyped = useRef(false)
  useEffect(() => {
    // Nobody likes a number that changes while it is typed.
    if (field.current && !isTyped.current) field.current.value = shown
  }, [shown])
  return (
    <label>
      {label}
      <input
        ref={field}
        type="number"
        min={0}
        max={max}
        step="any"
        required
        defaultValue={shown}
        onInput={() => {
          isTyped.current = true
        }}
        onChange={({ currentTarget: field }) => {
          if (!field.reportValidity()) return
          isTyped.current = false
          const value = Math.round(Number(field.value) * scale)
          change(() => ({ [name]: value }))
        }}
      />
    </label>
  )
}

interface SwitchProps {
  readonly label: string
  readonly isOn: boolean
  readonly onSwitch: (isOn: boolean) => void
}

const Switch = ({ label, isOn, onSwitch }: SwitchProps) => (
  <label class="switch">
    <input
      type="checkbox"
      checked={isOn}
      onChange={event => onSwitch(event.currentTarget.checked)}
    />
    {label}
  </label>
)

const Strategies = ({ settings, change, facts }: GroupProps & { readonly facts: Facts }) => (
  <fieldset class="broad">
    <legend>Strategies</legend>
    <div class="switches">
      {facts.strategies.map(strategy => (
        <Switch
          key={strategy}
          label={strategy}
          isOn={!settings.disabledStrategies.some(each => each === strategy)}
          onSwitch={isOn =>
            change(({ disabledStrategies: before }) => {
              const others = before.filter(each => each !== strategy)
              // as: a strategy of the emulator's own list
              const disabled = [...others, ...(isOn ? [] : [strategy])] as typeof before
              return { disabledStrategies: disabled }
            })
          }
        />
      ))}
    </div>
  </fieldset>
)

const More = ({ settings, change }: GroupProps) => (
  <fieldset class="broad">
    <legend>More</legend>
    <div class="switches">
      {Object.entries(switches).map(([name, label]) => (
        <Switch
          key={name}
          label={label}
          // as: the names of the list are of settings
          isOn={settings[name as keyof typeof switches] === true}
          onSwitch={isOn => change(() => ({ [name]: isOn }))}
        />
      ))}
    </div>
  </fieldset>
)

/** How the instance is set up. What is changed is changed at once. */
export const SettingsPage = ({ facts }: { readonly facts: Facts }) => {
  const { settings, problem, change } = useSettings()
  if (!settings)
    return (
      <Section title="Settings">
        <p class="empty">Loading…</p>
      </Section>
    )
  const given = { settings, change }
  return (
    <Section title="Settings">
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      <div class="settings">
        <Choice
          {...given}
          title="Sessions in a browser"
          name="singleSession"
          options={[
            [false, 'Many at a time'],
            [true, 'One at a time'],
          ]}
        />
        <Choice
          {...given}
          title="Limits"
          name="limits"
          options={[
            ['development', 'None'],
            ['production', 'As in production'],
          ]}
        />
        <fieldset>
          <legend>Lockout</legend>
          <Count
            {...given}
            label="After wrong tries (0: never)"
            name="lockoutAttempts"
            scale={1}
            max={1000}
          />
          <Count
            {...given}
            label="For minutes"
            name="lockoutDuration"
            scale={60_000}
            max={100_000}
          />
        </fieldset>
        <Strategies {...given} facts={facts} />
        <More {...given} />
      </div>
      <Tree name="all settings" value={settings} />
    </Section>
  )
}
