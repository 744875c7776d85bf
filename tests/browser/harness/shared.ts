import { inject } from 'vitest'
import { inWorkspace } from './workspace.ts'

/** @throws an Error with what the other side says is wrong. */
const ask = async (path: string): Promise<string> => {
  const answer = await fetch(`${inject('run')}${path}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

/** Where the one browser of this run takes connections. */
export const browserEndpoint = (): Promise<string> => ask('/browser')

/**
 * What is built of an application: once in a run, whichever files ask for it.
 *
 * @param path the folder of the application, below the root of this repository
 * @returns the folder of what was built
 */
export const builtOf = (path: string): Promise<string> =>
  ask(`/build?${new URLSearchParams({ root: inWorkspace(path) })}`)
