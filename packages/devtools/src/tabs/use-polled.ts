import { useCallback, useEffect, useState } from 'preact/hooks'
import { messageOf } from '../data/wording.ts'

/** Milliseconds. */
const pause = 1500

export interface Polled<Value> {
  readonly value: Value | undefined
  /** Why it is not known, or not any more. */
  readonly problem: string
  readonly refresh: () => Promise<void>
}

/** What `read` gives, read again and again while it is shown. */
export const usePolled = <Value>(read: () => Promise<Value>): Polled<Value> => {
  const [value, setValue] = useState<Value | undefined>()
  const [problem, setProblem] = useState('')
  const refresh = useCallback(async () => {
    try {
      setValue(await read())
      setProblem('')
    } catch (error) {
      setProblem(messageOf(error))
    }
  }, [])
  useEffect(() => {
    void refresh()
    const timer = setInterval(refresh, pause)
    return () => clearInterval(timer)
  }, [refresh])
  return { value, problem, refresh }
}
