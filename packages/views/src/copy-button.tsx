import { useState } from 'preact/hooks'
import { DoButton } from './do-button.tsx'

/** @throws Error that says what to do where a browser does not let a page copy. */
export const copyText = async (text: string): Promise<void> => {
  try {
    // Browsers have a clipboard on secure pages only, such as those of this machine.
    await navigator.clipboard.writeText(text)
  } catch (cause) {
    const message = 'This browser does not let the page copy: select the text and copy it.'
    throw new Error(message, { cause })
  }
}

interface CopyButtonProps {
  readonly text: string
  /** What is copied, for those who do not see where the button stands: `the secret key`. */
  readonly what: string
  readonly children?: string | undefined
}

/** Puts a text on the clipboard, and says so. */
export const CopyButton = ({ text, what, children = 'Copy' }: CopyButtonProps) => {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    await copyText(text)
    setCopied(text)
  }
  const isCopied = copied === text
  return (
    <DoButton label={`${isCopied ? 'Copied' : 'Copy'} ${what}`} onDo={copy}>
      {isCopied ? 'Copied' : children}
    </DoButton>
  )
}
