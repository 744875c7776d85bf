import { strategyNames } from '../domain/factors/strategies.ts'
import { type InputIssue, WrongInput } from '../lib/input-errors.ts'
import type { Instance } from '../model/instance.ts'
import { mergeSettings, type Settings, type SettingsPatch } from '../model/settings.ts'

/** Names in `disabledStrategies` that are no strategy. */
export const unknownStrategies = (
  { disabledStrategies }: Settings,
  path: readonly PropertyKey[] = [],
): InputIssue[] =>
  disabledStrategies.flatMap((name, index) =>
    strategyNames.includes(name)
      ? []
      : [
          {
            path: [...path, 'disabledStrategies', index],
            message: `there is no strategy ${name}, but ${strategyNames.join(', ')}`,
          },
        ],
  )

/** @throws TypeError that names each wrong setting. */
export const checkSettings = (settings: Settings): Settings => {
  const issues = unknownStrategies(settings)
  if (issues.length > 0) throw new WrongInput('settings', issues)
  return settings
}

/** Changes some of the settings. @throws TypeError that names each wrong one. */
export const patchSettings = (instance: Instance, patch: SettingsPatch): Settings => {
  instance.settings = checkSettings(mergeSettings(patch, instance.settings))
  return instance.settings
}
