import {
  type Driver,
  type MountShow,
  type MountSuspense,
  type Reader,
  whens,
} from '@clientele/conformance'
import {
  ClienteleProvider,
  Show,
  type SignInForm,
  type SignUpForm,
  useClient,
  useSignIn,
  useSignUp,
  useSuspenseClient,
} from '@clientele/react'
import {
  type ComponentType,
  Fragment,
  Profiler,
  StrictMode,
  Suspense,
  useLayoutEffect,
} from 'react'
import { Boundary } from './boundary.tsx'
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

interface FormProps<Form> {
  readonly tell: (form: Form) => void
}

const ReadSignIn = ({ tell }: FormProps<SignInForm>) => {
  const form = useSignIn()
  useLayoutEffect(() => tell(form))
  return null
}

const ReadSignUp = ({ tell }: FormProps<SignUpForm>) => {
  const form = useSignUp()
  useLayoutEffect(() => tell(form))
  return null
}

interface WatchedFormProps<Form> {
  readonly Read: ComponentType<FormProps<Form>>
  readonly seen: Form[]
}

const WatchedForm = <Form,>({ Read, seen }: WatchedFormProps<Form>) => {
  let latest: readonly Form[] = []
  const tell = (form: Form) => {
    latest = [form]
  }
  return (
    <Profiler id="form" onRender={() => void seen.push(...latest)}>
      <Read tell={tell} />
    </Profiler>
  )
}

export const mountShow: MountShow = async clientele => {
  const { act, close, element } = await openScreen(
    <ClienteleProvider clientele={clientele}>
      {whens.map(when => (
        <i key={when}>
          <Show when={when} fallback="-">
            {when}
          </Show>
        </i>
      ))}
    </ClienteleProvider>,
  )
  const shown = () => [...element.children].map(({ textContent }) => textContent).join(' ')
  return { shown, act, unmount: close }
}

const Count = () => <i>{useSuspenseClient(({ sessions }) => sessions.length)}</i>

const Renewed = ({ readers }: { readonly readers: number }) => (
  <Boundary key={String(useClient(client => client !== undefined))}>
    <Suspense fallback={<i>waiting</i>}>
      {Array.from({ length: readers }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <Count key={index} />
      ))}
    </Suspense>
  </Boundary>
)

export const mountSuspense: MountSuspense = async (clientele, readers) => {
  const page = (
    <StrictMode>
      <ClienteleProvider clientele={clientele}>
        <Renewed readers={readers} />
      </ClienteleProvider>
    </StrictMode>
  )
  const { act, close, element } = await openScreen(page, { onCaughtError: () => {} })
  const shown = () => [...element.children].map(({ textContent }) => textContent).join(' ')
  return { shown, act, unmount: close }
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
  mountForms: async clientele => {
    const signIn: SignInForm[] = []
    const signUp: SignUpForm[] = []
    const Mode = strict ? StrictMode : Fragment
    const { act, close } = await openScreen(
      <Mode>
        <ClienteleProvider clientele={clientele}>
          <WatchedForm Read={ReadSignIn} seen={signIn} />
          <WatchedForm Read={ReadSignUp} seen={signUp} />
        </ClienteleProvider>
      </Mode>,
    )
    return { signIn, signUp, act, unmount: close }
  },
})
