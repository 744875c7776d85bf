import { type Read, useEmulator, useLive } from '@clientele/views'
import { useRef } from 'preact/hooks'
import { goTo, type PageName } from '../route.ts'

interface Kept<Value> extends Read<Value> {
  readonly remove: () => Promise<void>
}

/**
 * What a page is about. `remove` deletes it and leaves for `page`, but only once it is deleted: the
 * button stays there to say why it could not be.
 */
export const useRecord = <Value>(path: string, page: PageName): Kept<Value> => {
  const { control } = useEmulator()
  const known = useRef<Value | undefined>(undefined)
  const isLeaving = useRef(false)
  const read = useLive(async () => {
    // What is being deleted is not asked for any more.
    if (!isLeaving.current || known.current === undefined)
      known.current = await control.get<Value>(path)
    return known.current
  })
  const remove = async () => {
    isLeaving.current = true
    try {
      await control.send('DELETE', path)
    } catch (error) {
      isLeaving.current = false
      throw error
    }
    goTo(page)
  }
  return { ...read, remove }
}
