import { inject } from 'vitest'
import { inWorkspace } from './workspace.ts'

/**
 * What Vite builds of an application: once in a run, whichever files ask for it.
 *
 * @param path the folder with its `index.html`, below the root of this repository
 * @returns the folder of what was built
 */
export const builtOf = async (path: string): Promise<string> => {
  const query = new URLSearchParams({ root: inWorkspace(path) })
  const answer = await fetch(`${inject('workshop')}/?${query}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}
