import { messageOf, useAct, useLive } from '@clientele/views'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Settings } from '../../../src/model/settings.ts'

/** How the instance is set up. What is changed is shown at once, and sent in its turn. */
export const useSettings = () => {
  const act = useAct()
  const { value } = useLive(control => control.get<Settings>('/settings'))
  const [known, setKnown] = useState<Settings | undefined>()
  const [problem, setProblem] = useState('')
  const shown = useRef(known)
  const pending = useRef(0)
  const sending = useRef<Promise<unknown>>(Promise.resolve())
  const show = (settings: Settings) => {
    shown.current = settings
    setKnown(settings)
  }
  useEffect(() => {
    // What was read while a change was on its way would undo what somebody just clicked.
    if (value && pending.current === 0) show(value)
  }, [value])
  /** @param toChange gets the settings that are shown, with the changes before it. */
  const change = (toChange: (before: Settings) => Partial<Settings>) => {
    if (!shown.current) return
    const change = toChange(shown.current)
    show({ ...shown.current, ...change })
    setProblem('')
    pending.current += 1
    const finish = () => {
      pending.current -= 1
    }
    // One at a time: two at once could arrive the other way round.
    sending.current = sending.current
      .then(() => act<Settings>('PATCH', '/settings', change))
      .then(
        settings => {
          finish()
          if (pending.current === 0) show(settings)
        },
        (error: unknown) => {
          finish()
          setProblem(messageOf(error))
        },
      )
  }
  return { settings: known, problem, change }
}
