import { useClienteleStore } from '@clientele/react'
import { useEffect } from 'react'

/** The devtools panel; production builds have nothing of it. */
export const Devtools = () => {
  const store = useClienteleStore()
  useEffect(() => {
    if (!import.meta.env.DEV) return
    const mounted = import('@clientele/devtools').then(({ mountDevtools }) => mountDevtools(store))
    return () => void mounted.then(unmount => unmount())
  }, [store])
  return null
}
