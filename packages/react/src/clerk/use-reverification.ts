import { type ReverificationOptions, reverify } from '@clientele/core/clerk'
import { useCallback, useEffect, useRef } from 'react'

/**
 * An action that the server may want a newer proof for: `onNeedsReverification` lets people give
 * it, and the action runs once more. The function stays the same from render to render.
 */
export const useReverification = <Params extends readonly unknown[], Value>(
  action: (...params: Params) => Promise<Value> | undefined,
  options: ReverificationOptions = {},
) => {
  const latest = useRef({ action, options })
  useEffect(() => {
    latest.current = { action, options }
  })
  return useCallback((...params: Params) => {
    const { action, options } = latest.current
    return reverify(async () => action(...params), options)
  }, [])
}
