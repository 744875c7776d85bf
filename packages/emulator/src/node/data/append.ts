import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * Puts a text at the end of a file of that size in bytes. It is at the disk when this resolves.
 *
 * @returns false, and changes nothing, when there is no such file.
 */
export const append = async (path: string, text: string, size: number): Promise<boolean> => {
  const opened = await open(path, constants.O_WRONLY | constants.O_APPEND).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
  if (!opened) return false
  try {
    if ((await opened.stat()).size !== size) return false
    await opened.writeFile(text)
    await opened.datasync()
    return true
  } finally {
    await opened.close()
  }
}
