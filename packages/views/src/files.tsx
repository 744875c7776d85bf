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
}

/** Reads a JSON file that somebody chooses; what is wrong with it stands beside the button. */
export const FileButton = ({ children, label, onText }: FileButtonProps) => {
  const file = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')
  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    setProblem('')
    try {
      await onText(await chosen.text())
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <>
      <button type="button" onClick={() => file.current?.click()}>
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
      {problem && (
        <span role="alert" class="problem">
          {problem}
        </span>
      )}
    </>
  )
}
