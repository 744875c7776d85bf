import { useState } from 'preact/hooks'
import { useNow } from './clock.tsx'
import { CopyButton } from './copy-button.tsx'
import { DoButton } from './do-button.tsx'
import { formatDuration } from './format.ts'
import { describeClaim, readClaims, remaining } from './token.ts'

const Shown = ({ jwt }: { readonly jwt: string }) => {
  const now = useNow()
  const claims = readClaims(jwt)
  if (!claims) return <p>This token is no JWT.</p>
  const left = remaining(claims, now)
  return (
    <>
      <p role="status">{left > 0 ? `Expires in ${formatDuration(left)}` : 'Expired'}</p>
      <table class="claims">
        <tbody>
          {Object.entries(claims).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{describeClaim(name, value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface TokenViewProps {
  readonly read: () => Promise<string | null>
  /** Gives another token than `read`, where there is a cache. */
  readonly readNew?: (() => Promise<string | null>) | undefined
  /** Whose it is, where there are several: `the session sess_1`. */
  readonly of?: string | undefined
}

/** A token, when somebody asks to see it; it is kept nowhere. */
export const TokenView = ({ read, readNew, of }: TokenViewProps) => {
  const [jwt, setJwt] = useState<string | null>(null)
  const show = async (from: () => Promise<string | null>) => setJwt(await from())
  return (
    <>
      <div class="row">
        <DoButton label={of && `Show its token: of ${of}`} onDo={() => show(read)}>
          {of ? 'Show its token' : 'Show its claims'}
        </DoButton>
        {readNew && <DoButton onDo={() => show(readNew)}>Ask for a new one</DoButton>}
        {jwt && <CopyButton text={jwt} what="the token" />}
        {jwt && <DoButton onDo={() => setJwt(null)}>Hide</DoButton>}
      </div>
      {jwt && <Shown jwt={jwt} />}
    </>
  )
}
