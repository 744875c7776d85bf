import { useRef, useState } from 'preact/hooks'
import { messageOf } from './format.ts'

/** Gives a text to the person as a file. */
export const saveFile = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

interface FileButtonProps {
  /** What stands on the button. */
  readonly children: string
  /** What is chosen, for those who do not see it: `A timeline as a file`. */
  readonly label: string
  readonly onText: (text: string) => unknown
  /** Megabytes; a larger file is not read. */
  readonly most?: number | undefined
}

/** Reads a JSON file that somebody chooses; what is wrong with it stands beside the button. */
export const FileButton = ({ children, label, onText, most }: FileButtonProps) => {
  const file = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    setProblem('')
    setBusy(true)
    try {
      const size = Math.ceil(chosen.size / 1_000_000)
      if (most !== undefined && size > most)
        throw new Error(`This file has ${size} MB, and at most ${most} are read`)
      await onText(await chosen.text())
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <button
        type="button"
        aria-disabled={busy}
        onClick={() => {
          if (!busy) file.current?.click()
        }}
      >
        {children}
      </button>
      <input
        ref={file}
        hidden
        type="file"
        accept="application/json,.json"
        aria-label={label}
        onChange={event => {
          void read(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {busy && (
        <span role="status" class="hint">
          Reading the file…
        </span>
      )}
      {problem && (
        <span role="alert" class="problem">
          {problem}
        </span>
      )}
    </>
  )
}
