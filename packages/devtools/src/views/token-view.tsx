import type { ClienteleStore } from '@clientele/core'
import { useState } from 'preact/hooks'
import { describeClaim, readClaims, remaining } from '../data/token.ts'
import { formatDuration } from '../data/wording.ts'
import { useNow } from '../panel/context.ts'
import { DoButton } from './do-button.tsx'

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

/** The token of the active session, when somebody asks to see it; it is kept nowhere. */
export const TokenView = ({ clientele }: { readonly clientele: ClienteleStore }) => {
  const [jwt, setJwt] = useState<string | null>(null)
  const show = async (skipCache: boolean) => setJwt(await clientele.getToken({ skipCache }))
  return (
    <section>
      <h2>Token</h2>
      <div class="row">
        <DoButton onDo={() => show(false)}>Show its claims</DoButton>
        <DoButton onDo={() => show(true)}>Ask for a new one</DoButton>
        {jwt && <DoButton onDo={() => navigator.clipboard.writeText(jwt)}>Copy</DoButton>}
        {jwt && <DoButton onDo={() => setJwt(null)}>Hide</DoButton>}
      </div>
      {jwt && <Shown jwt={jwt} />}
    </section>
  )
}
