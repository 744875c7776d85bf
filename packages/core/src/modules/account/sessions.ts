import { isTransient } from '../../errors.ts'
import { judge } from '../../request/receive.ts'
import { readAgain, recoverFrom } from '../../request/recovery.ts'
import type { Subject } from './ask.ts'

const question = { method: 'GET', path: '/me/sessions/active' } as const

/**
 * The signed-in sessions of the user on all devices, as they came. It is the one answer that has
 * no envelope, and so no client.
 */
export const getSessions = async ({ kernel, sessionId }: Subject): Promise<unknown> => {
  const response = await kernel.queue.run('user', ({ abort: signal }) =>
    kernel.hooks.send({ ...question, query: { _clerk_session_id: sessionId }, signal }),
  )
  const { text } = response
  const isList = text.trimStart().startsWith('[')
  const { decoded, verdict, error } = judge(kernel, question, {
    ...response,
    text: isList ? `{"response":${text}}` : text,
  })
  if (error && isTransient(error)) recoverFrom(kernel, error)
  if (verdict === 'contradiction') await readAgain(kernel)
  if (error) throw error
  return decoded.response
}
