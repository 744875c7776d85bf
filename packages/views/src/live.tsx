import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Control } from './control.ts'
import { messageOf } from './format.ts'

interface Live {
  readonly control: Control
  /** Counts the changes; 0 until the emulator has answered. */
  readonly version: number
  /** Has all that is shown read again. */
  readonly refresh: () => void
  /** Why the emulator does not tell of changes now; empty when it does. */
  readonly problem: string
  readonly onRead: (reading: Promise<unknown>) => void
}

/** Milliseconds; about as long as browsers wait before they ask for events again. */
const retryDelay = 3000

const LiveContext = /* @__PURE__ */ createContext<Live | null>(null)

/** The emulator that is shown. @throws TypeError outside of `LiveProvider`. */
export const useEmulator = (): Live => {
  const live = useContext(LiveContext)
  if (!live) throw new TypeError('unreachable: everything that is live is in a LiveProvider')
  return live
}

interface LiveProviderProps {
  readonly control: Control
  /** Runs when nothing that was asked for is missing any more. */
  readonly onSettled?: (() => void) | undefined
  readonly children: ComponentChildren
}

/** Lets the emulator tell when something changed, so that nothing has to be asked for in vain. */
export const LiveProvider = ({ control, onSettled, children }: LiveProviderProps) => {
  const [version, setVersion] = useState(0)
  const [problem, setProblem] = useState('')
  const pending = useRef(0)
  const refresh = useCallback(() => setVersion(count => count + 1), [])
  useEffect(() => {
    let undo = () => {}
    const listen = () => {
      const events = new EventSource(`${control.address}/__emulator/events`)
      let timer: ReturnType<typeof setTimeout> | undefined
      events.addEventListener('message', () => {
        setProblem('')
        refresh()
      })
      events.addEventListener('error', () => {
        setProblem('The emulator does not answer. This page goes on when it does.')
        // A browser gives up once something else has answered, such as a proxy.
        if (events.readyState === EventSource.CLOSED) timer = setTimeout(listen, retryDelay)
      })
      undo = () => {
        clearTimeout(timer)
        events.close()
      }
    }
    listen()
    return () => undo()
  }, [control, refresh])
  const onRead = useCallback(
    (reading: Promise<unknown>) => {
      pending.current += 1
      const settle = () => {
        pending.current -= 1
        if (pending.current === 0) onSettled?.()
      }
      reading.then(settle, settle)
    },
    [onSettled],
  )
  const live = useMemo(
    () => ({ control, version, refresh, problem, onRead }),
    [control, version, refresh, problem, onRead],
  )
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

export interface Read<Value> {
  /** Undefined until it was read for the first time. */
  readonly value: Value | undefined
  /** Why it is not known, or not any more. */
  readonly problem: string
}

/**
 * What `read` gives, read again whenever the emulator changed.
 *
 * @param key another one has it read again at once.
 * @param changes `false` for what never changes: it is read once.
 */
export const useLive = <Value,>(
  read: (control: Control) => Promise<Value>,
  key = '',
  changes = true,
): Read<Value> => {
  const { control, version, onRead } = useEmulator()
  const [shown, setShown] = useState<Read<Value>>({ value: undefined, problem: '' })
  const turn = changes ? version : Math.min(version, 1)
  useEffect(() => {
    if (turn === 0) return
    let isOld = false
    const reading = read(control).then(
      value => {
        if (!isOld) setShown({ value, problem: '' })
      },
      (error: unknown) => {
        if (!isOld) setShown(before => ({ ...before, problem: messageOf(error) }))
      },
    )
    onRead(reading)
    return () => {
      isOld = true
    }
  }, [control, turn, key, onRead])
  return shown
}

/** Does something at the emulator, and has all that is shown read again. */
export const useAct = () => {
  const { control, refresh } = useEmulator()
  return async <Answer,>(
    method: 'POST' | 'DELETE' | 'PATCH',
    path: string,
    body?: unknown,
  ): Promise<Answer> => {
    const answer = await control.send<Answer>(method, path, body)
    refresh()
    return answer
  }
}
