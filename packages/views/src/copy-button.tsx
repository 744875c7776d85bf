import { useState } from 'preact/hooks'
import { DoButton } from './do-button.tsx'

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
    // Browsers have one on secure pages only, such as those of this machine.
    if (!navigator.clipboard)
      throw new Error('This browser does not let the page copy: select the text and copy it.')
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  const isCopied = copied === text
  return (
    <DoButton label={`${isCopied ? 'Copied' : 'Copy'} ${what}`} onDo={copy}>
      {isCopied ? 'Copied' : children}
    </DoButton>
  )
}
