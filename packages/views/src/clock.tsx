import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { formatAge, formatDate } from './format.ts'

const NowContext = /* @__PURE__ */ createContext<number | null>(null)

interface ClockProps {
  /** Epoch ms; by the clock of the browser when left out. */
  readonly now?: (() => number) | undefined
  readonly children: ComponentChildren
}

/** Lets all that it holds know the time, each second. */
export const Clock = ({ now = Date.now, children }: ClockProps) => {
  const [shown, setShown] = useState(now)
  useEffect(() => {
    setShown(now())
    const timer = setInterval(() => setShown(now()), 1000)
    return () => clearInterval(timer)
  }, [now])
  return <NowContext.Provider value={shown}>{children}</NowContext.Provider>
}

/** The time, each second. Epoch ms. */
export const useNow = (): number => useContext(NowContext) ?? Date.now()

/** How long ago something was, or in how long it will be; it goes on by itself. */
export const Age = ({ at }: { readonly at: number }) => {
  const date = new Date(at)
  return (
    <time
      // Beyond every calendar there is nothing to say to a program.
      dateTime={Number.isNaN(date.getTime()) ? undefined : date.toISOString()}
      title={formatDate(at)}
    >
      {formatAge(at, useNow())}
    </time>
  )
}
