// The part of the dashboard that runs in the browser. It is one function that uses nothing from outside, because it is
// sent as its own text; everything it shows it makes of text nodes, so that nothing of a user's is ever read as HTML.

type Item = Readonly<Record<string, unknown>>
type Child = Node | string

const runDashboard = (): void => {
  const make = (
    tag: string,
    props: Readonly<Record<string, string>> = {},
    ...children: readonly Child[]
  ): HTMLElement => {
    const node = document.createElement(tag)
    for (const [name, value] of Object.entries(props)) node.setAttribute(name, value)
    node.append(...children)
    return node
  }
  const place = (id: string): HTMLElement => document.getElementById(id) ?? make('div')
  const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
  const time = (value: unknown): string => new Date(Number(value)).toLocaleTimeString()
  const say = (message: string) => place('trouble').replaceChildren(message)

  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const json = { 'content-type': 'application/json' }
    const init = body === undefined ? { method } : { method, headers: json, body: JSON.stringify(body) }
    const answer = await fetch(`__emulator/${path}`, init)
    const given: unknown = answer.status === 204 ? null : await answer.json()
    if (answer.ok) return given
    const { errors } = given as { errors?: readonly { message: string }[] } // as: what the control surface refuses with
    throw new Error(errors?.[0]?.message ?? `The emulator answered ${answer.status}`)
  }
  /** Does something, and shows how everything is afterwards. */
  const act = (work: () => Promise<unknown>) => {
    say('')
    work()
      .then(refresh)
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
  }
  const button = (label: string, about: string, work: () => Promise<unknown>): HTMLElement => {
    const node = make('button', { type: 'button', 'aria-label': `${label} ${about}` }, label)
    node.addEventListener('click', () => act(work))
    return node
  }
  const fill = (id: string, items: readonly Item[], empty: string, row: (item: Item) => readonly Child[]) => {
    const list = place(id)
    place(`${id}-count`).replaceChildren(text(items.length || ''))
    const rows = items.map(item => make('li', {}, ...row(item)))
    // What did not change keeps its nodes, and with them the focus.
    if (list.dataset.shown === JSON.stringify(items)) return
    list.dataset.shown = JSON.stringify(items)
    list.replaceChildren(...(rows.length > 0 ? rows : [make('li', { class: 'dim' }, empty)]))
  }
  const grow = (title: string, more: string): HTMLElement =>
    make('div', { class: 'grow' }, make('div', {}, title), make('div', { class: 'dim' }, more))

  const showInbox = ({ id, to, kind, code, link, at }: Item): readonly Child[] => [
    grow(text(to), `${text(kind)} · ${time(at)}`),
    code === null ? make('a', { href: text(link) }, 'Open the link') : make('span', { class: 'code' }, text(code)),
    ...(code === null ? [button('Open elsewhere', text(to), () => ask('POST', `inbox/${text(id)}/open`))] : []),
  ]
  const names = new Map<unknown, string>()
  const showUser = ({ id, emailAddress, phoneNumber, username }: Item): readonly Child[] => {
    const name = text(emailAddress ?? username ?? phoneNumber ?? id)
    names.set(id, name)
    return [grow(name, text(id)), button('Delete', name, () => ask('DELETE', `users/${text(id)}`))]
  }
  const showSession = ({ id, userId, status, expireAt, tasks }: Item): readonly Child[] => {
    const live = status === 'active' || status === 'pending'
    const about = `the session ${text(id)}`
    return [
      grow(
        `${text(status)}${Array.isArray(tasks) && tasks.length > 0 ? `: ${tasks.join(', ')}` : ''}`,
        `${names.get(userId) ?? text(userId)} · ${text(id)} · until ${new Date(Number(expireAt)).toLocaleString()}`,
      ),
      ...(live
        ? [
            button('Revoke', about, () => ask('POST', `sessions/${text(id)}/revoke`)),
            button('Expire', about, () => ask('POST', `sessions/${text(id)}/expire`)),
          ]
        : []),
    ]
  }
  const showClient = ({ id, sessionIds, createdAt, origin }: Item): readonly Child[] => {
    const count = Array.isArray(sessionIds) ? sessionIds.length : 0
    return [
      grow(
        text(origin ?? 'no page'),
        `${text(id)} · ${count === 1 ? 'one session' : `${count} sessions`} · since ${new Date(Number(createdAt)).toLocaleString()}`,
      ),
    ]
  }
  const showFault = ({ id, fault, met }: Item): readonly Child[] => {
    const { kind, path, method = 'any' } = fault as Item // as: what the control surface lists
    return [
      grow(`${text(kind)} · ${text(method)} ${text(path)}`, `met ${text(met)} times`),
      button('Remove', `the fault ${text(id)}`, () => ask('DELETE', `faults/${text(id)}`)),
    ]
  }
  const showRequest = ({ at, method, path, status, code, body, query }: Item): readonly Child[] => {
    const details = JSON.stringify({ ...Object(query), ...Object(body) }, null, 1)
    const failed = Number(status) >= 400
    return [
      make('span', { class: 'dim' }, time(at)),
      make('code', { class: 'grow' }, `${text(method)} ${text(path)}`),
      make('span', failed ? { class: 'bad' } : {}, `${text(status)} ${text(code)}`),
      make('details', {}, make('summary', { class: 'dim' }, 'What was sent'), make('pre', {}, details)),
    ]
  }
  const showSettings = (settings: Item) => {
    const list = place('settings')
    if (list.dataset.shown === JSON.stringify(settings)) return
    list.dataset.shown = JSON.stringify(settings)
    const switches = Object.entries(settings).filter(([, value]) => typeof value === 'boolean')
    const others = Object.fromEntries(Object.entries(settings).filter(([, value]) => typeof value !== 'boolean'))
    list.replaceChildren(
      ...switches.map(([name, value]) => {
        const input = make('input', { type: 'checkbox', id: `setting-${name}`, ...(value ? { checked: '' } : {}) })
        input.addEventListener('change', () => act(() => ask('PATCH', 'settings', { [name]: !value })))
        return make('label', { class: 'switch', for: `setting-${name}` }, input, name)
      }),
    )
    place('other-settings').replaceChildren(JSON.stringify(others, null, 1))
  }

  const read = async (path: string): Promise<readonly Item[]> => (await ask('GET', path)) as readonly Item[] // as: lists
  const refresh = async (): Promise<void> => {
    const [inbox = [], users = [], sessions = [], clients = [], faults = [], requests = []] = await Promise.all(
      ['inbox', 'users', 'sessions', 'clients', 'faults', 'requests'].map(read),
    )
    fill(
      'inbox',
      [...inbox].reverse().slice(0, 50),
      'No message yet. Addresses with +clerk_test receive none: their code is 424242.',
      showInbox,
    )
    fill(
      'users',
      [...users].reverse().slice(0, 100),
      'Nobody yet: make a user, or sign up in the application.',
      showUser,
    )
    fill('sessions', [...sessions].reverse().slice(0, 100), 'Nobody is signed in.', showSession)
    fill('clients', [...clients].reverse().slice(0, 100), 'No browser has been here yet.', showClient)
    fill('faults', faults, 'Nothing goes wrong.', showFault)
    fill('requests', [...requests].reverse().slice(0, 100), 'Nothing was asked yet.', showRequest)
    const clock = (await ask('GET', 'clock')) as Item // as: what the control surface answers
    place('now').replaceChildren(
      `${new Date(Number(clock.now)).toLocaleString()}${clock.frozen ? ', standing still' : ''}`,
    )
    showSettings((await ask('GET', 'settings')) as Item) // as: likewise
    document.body.dataset.state = 'ready'
  }

  const onSubmit = (id: string, work: (data: FormData) => Promise<unknown>) =>
    place(id).addEventListener('submit', event => {
      event.preventDefault()
      const form = event.target
      if (form instanceof HTMLFormElement) act(() => work(new FormData(form)))
    })
  onSubmit('new-user', data => {
    const password = text(data.get('password'))
    return ask('POST', 'users', { emailAddress: text(data.get('email')), ...(password ? { password } : {}) })
  })
  onSubmit('new-fault', data =>
    ask('POST', 'faults', { kind: 'status', path: text(data.get('path')), status: Number(data.get('status')) }),
  )
  for (const [id, ms] of [
    ['minute', 60_000],
    ['hour', 3_600_000],
    ['day', 86_400_000],
  ] as const)
    place(id).addEventListener('click', () => act(() => ask('POST', 'clock/advance', { ms })))
  place('freeze').addEventListener('click', () => act(() => ask('POST', 'clock/freeze')))
  place('resume').addEventListener('click', () => act(() => ask('POST', 'clock/resume')))
  place('reset').addEventListener('click', () => act(() => ask('POST', 'reset')))

  const events = new EventSource('__emulator/events')
  events.addEventListener('message', () => act(async () => {}))
  events.addEventListener('error', () => say('The emulator does not answer. This page goes on when it does.'))
}

/** The script, as text. */
export const script = `(${runDashboard.toString()})()`
