import type { Driver, Reader } from '@clientele/conformance'
import { ClienteleProvider, useClient } from '@clientele/react'
import { Fragment, Profiler, StrictMode, useLayoutEffect } from 'react'
import { openScreen } from './screen.tsx'

interface ReadProps extends Reader {
  readonly tell: (value: unknown) => void
}

const Whole = ({ tell }: ReadProps) => {
  const client = useClient()
  useLayoutEffect(() => tell(client))
  return null
}

const Slice = ({ selector = client => client, equalityFn, tell }: ReadProps) => {
  // Wrapped, so that it is another function on every render: an inline selector.
  const slice = useClient(client => selector(client), equalityFn)
  useLayoutEffect(() => tell(slice))
  return null
}

/** One render is one commit: StrictMode calls components twice and shows the result once. */
const Watched = ({ reader, values }: { readonly reader: Reader; readonly values: unknown[] }) => {
  let latest: unknown
  const Read = reader.selector ? Slice : Whole
  const tell = (value: unknown) => {
    latest = value
  }
  return (
    <Profiler id="reader" onRender={() => void values.push(latest)}>
      <Read {...reader} tell={tell} />
    </Profiler>
  )
}

export const createReactDriver = ({ strict = false } = {}): Driver => ({
  name: strict ? 'React in StrictMode' : 'React',
  mount: async (clientele, readers) => {
    const watched = readers.map(reader => ({ reader, values: [] as unknown[] }))
    const Mode = strict ? StrictMode : Fragment
    const { act, close } = await openScreen(
      <Mode>
        <ClienteleProvider clientele={clientele}>
          {watched.map(({ reader, values }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Watched key={index} reader={reader} values={values} />
          ))}
        </ClienteleProvider>
      </Mode>,
    )
    return { shown: watched.map(({ values }) => values), act, unmount: close }
  },
})
