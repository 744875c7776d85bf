import { open, realpath, rename, rm } from 'node:fs/promises'

/**
 * Puts a text into a file, all of it or none: whoever reads it at any moment, after a crash too,
 * finds the old text or the new one. It is at the disk when this resolves.
 */
export const writeAtomically = async (path: string, text: string): Promise<void> => {
  // What another name leads to is written, and that name stays.
  const target = await realpath(path).catch(() => path)
  const temporary = `${target}.${process.pid}.tmp`
  try {
    // What people typed as passwords, even digested, is for this user of the machine only.
    const file = await open(temporary, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
