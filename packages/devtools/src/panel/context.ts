import type { ClienteleStore, Snapshot } from '@clientele/core'
import type { Control } from '@clientele/views'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Recorder } from '../data/recorder.ts'

/** What the panel is about. */
export interface Subject {
  readonly clientele: ClienteleStore
  readonly recorder: Recorder
  /** Undefined where the store does not talk to an emulator. */
  readonly control: Control | undefined
}

export const SubjectContext = /* @__PURE__ */ createContext<Subject | null>(null)

export const useSubject = (): Subject => {
  const subject = useContext(SubjectContext)
  if (!subject) throw new TypeError('unreachable: the panel always has a subject')
  return subject
}

/** What `get` gives, read again at most once a frame after what was subscribed to has changed. */
export const useWatched = <Value>(
  subscribe: (listener: () => void) => () => void,
  get: () => Value,
): Value => {
  const [, setTurn] = useState(0)
  useEffect(() => {
    let frame = 0
    const turn = () => {
      frame = 0
      setTurn(count => count + 1)
    }
    const undo = subscribe(() => {
      frame ||= requestAnimationFrame(turn)
    })
    // Something may have happened between the render and now.
    turn()
    return () => {
      undo()
      cancelAnimationFrame(frame)
    }
  }, [subscribe])
  return get()
}

/** What the store shows now. */
export const useSnapshot = (): Snapshot => {
  const { snapshots } = useSubject().clientele
  return useWatched(snapshots.subscribe, snapshots.get)
}
