export type Item = Readonly<Record<string, unknown>>
export type Child = Node | string

/**
 * What every part of the dashboard works with in the browser. Like all of them it is one function
 * that uses nothing from outside, because it is sent as its own text; everything that is shown is
 * made of text nodes, so that nothing of a user's is ever read as HTML.
 */
export const createKit = () => {
  const shows: (() => Promise<void>)[] = []
  /** ms that the emulator's clock is ahead of this machine's, and where it stands still. */
  const clock: { offset: number; frozenAt: number | null } = { offset: 0, frozenAt: null }

  const make = (
    tag: string,
    props: Readonly<Record<string, string>> = {},
    ...children: readonly Child[]
  ) => {
    const node = document.createElement(tag)
    for (const [name, value] of Object.entries(props)) node.setAttribute(name, value)
    node.append(...children)
    return node
  }
  const place = (id: string): HTMLElement => document.getElementById(id) ?? make('div')
  const text = (value: unknown): string =>
    value === null || value === undefined ? '' : String(value)
  const say = (message: string) => place('trouble').replaceChildren(message)

  const now = (): number => clock.frozenAt ?? Date.now() + clock.offset
  /** `2 h 5 min`, at most two units. */
  const span = (ms: number): string => {
    let rest = Math.floor(Math.abs(ms) / 1000)
    const parts: string[] = []
    for (const [name, seconds] of [
      ['d', 86_400],
      ['h', 3_600],
      ['min', 60],
      ['s', 1],
    ] as const) {
      const count = Math.floor(rest / seconds)
      rest -= count * seconds
      if (count > 0 && parts.length < 2) parts.push(`${count} ${name}`)
    }
    return parts.join(' ') || '0 s'
  }
  const ageOf = (at: number): string => {
    const ms = now() - at
    if (Math.abs(ms) < 1000) return 'just now'
    return ms > 0 ? `${span(ms)} ago` : `in ${span(ms)}`
  }
  /** How long ago something was by the emulator's clock; it goes on by itself. */
  const age = (at: unknown): HTMLElement => {
    const date = new Date(Number(at))
    const moment = Number.isNaN(date.getTime()) ? new Date(0) : date
    return make(
      'time',
      { datetime: moment.toISOString(), 'data-at': text(at), title: moment.toLocaleString() },
      ageOf(Number(at)),
    )
  }
  const tick = () => {
    for (const node of document.querySelectorAll<HTMLElement>('time[data-at]')) {
      const shown = ageOf(Number(node.dataset.at))
      if (node.textContent !== shown) node.textContent = shown
    }
  }

  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const json = { 'content-type': 'application/json' }
    const init =
      body === undefined ? { method } : { method, headers: json, body: JSON.stringify(body) }
    const answer = await fetch(`__emulator/${path}`, init)
    const given: unknown = answer.status === 204 ? null : await answer.json()
    if (answer.ok) return given
    const { errors = [] } = given as {
      errors?: readonly { message: string; meta: { param_name?: string } }[]
    } // as: what the control surface refuses with
    const said = errors.map(({ message, meta }) =>
      meta.param_name ? `${meta.param_name}: ${message}` : message,
    )
    throw new Error(said.join('; ') || `The emulator answered ${answer.status}`)
  }
  const most = 100
  /** The newest of a list. */
  const read = async (path: string): Promise<readonly Item[]> =>
    (await ask('GET', `${path}?last=${most}`)) as readonly Item[] // as: lists
  let looking: Promise<void> | null = null
  let isOld = false
  const look = async (): Promise<void> => {
    try {
      do {
        isOld = false
        await Promise.all(shows.map(show => show()))
      } while (isOld)
      document.body.dataset.state = 'ready'
    } finally {
      looking = null
    }
  }
  /** One look at a time, so that an older one never covers a newer one. */
  const refresh = (): Promise<void> => {
    isOld = true
    looking ??= look()
    return looking
  }
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
  /** Does something, and shows how everything is afterwards. */
  const act = (work: () => Promise<unknown>): Promise<void> => {
    say('')
    return work()
      .then(refresh)
      .catch((error: unknown) => say(messageOf(error)))
  }
  let saidOfEvents = ''
  const sayOfEvents = (message: string) => {
    saidOfEvents = message
    say(message)
  }
  /** Shows what others changed. Why something could not be done stays to be read. */
  const follow = (): Promise<void> =>
    refresh().then(
      () => {
        if (place('trouble').textContent === saidOfEvents) say('')
      },
      (error: unknown) => sayOfEvents(messageOf(error)),
    )
  const button = (label: string, about: string, work: () => Promise<unknown>): HTMLElement => {
    const node = make('button', { type: 'button', 'aria-label': `${label} ${about}` }, label)
    node.addEventListener('click', () => act(work))
    return node
  }
  /** Asks for a second press before it does what cannot be undone. */
  const confirm = (node: HTMLElement, work: () => Promise<unknown>): HTMLElement => {
    const label = text(node.textContent)
    const name = node.getAttribute('aria-label') ?? label
    const show = (shown: string, spoken: string) => {
      node.replaceChildren(shown)
      node.setAttribute('aria-label', spoken)
    }
    node.classList.add('danger')
    node.addEventListener('blur', () => show(label, name))
    node.addEventListener('click', () => {
      if (node.textContent === label) return show('Really?', `Really? ${name}`)
      show(label, name)
      return act(work)
    })
    return node
  }
  const dangerButton = (label: string, about: string, work: () => Promise<unknown>): HTMLElement =>
    confirm(make('button', { type: 'button', 'aria-label': `${label} ${about}` }, label), work)
  const onClick = (id: string, work: () => Promise<unknown>) =>
    place(id).addEventListener('click', () => act(work))
  const onSubmit = (
    id: string,
    work: (data: FormData, form: HTMLFormElement) => Promise<unknown>,
  ) =>
    place(id).addEventListener('submit', event => {
      event.preventDefault()
      const form = event.target
      if (form instanceof HTMLFormElement) act(() => work(new FormData(form), form))
    })

  const fill = (id: string, items: readonly Item[], row: (item: Item) => readonly Child[]) => {
    const list = place(id)
    const newest = [...items].reverse()
    // What did not change keeps its nodes, and with them the focus.
    const shown = JSON.stringify(newest)
    if (list.dataset.shown === shown) return
    list.dataset.shown = shown
    place(`${id}-count`).replaceChildren(
      items.length === most ? `the newest ${most}` : text(items.length || ''),
    )
    const rows = newest.map(item => make('li', {}, ...row(item)))
    list.replaceChildren(
      ...(rows.length > 0 ? rows : [make('li', { class: 'empty' }, text(list.dataset.empty))]),
    )
  }
  const grow = (title: string, ...more: readonly Child[]): HTMLElement =>
    make(
      'div',
      { class: 'grow' },
      make('div', { class: 'title' }, title),
      make('div', { class: 'dim' }, ...more),
    )
  /** What stays together when a line is full. */
  const actions = (...nodes: readonly Child[]): HTMLElement =>
    make('div', { class: 'actions' }, ...nodes)
  const badge = (label: string, tone = ''): HTMLElement =>
    make('span', { class: `badge ${tone}` }, label)

  const start = () => {
    setInterval(tick, 1000)
    const events = new EventSource('__emulator/events')
    events.addEventListener('message', follow)
    events.addEventListener('error', () =>
      sayOfEvents('The emulator does not answer. This page goes on when it does.'),
    )
  }
  const onRefresh = (show: () => Promise<void>) => {
    shows.push(show)
  }
  return {
    ...{
      make,
      place,
      text,
      say,
      now,
      span,
      age,
      ask,
      read,
      act,
      button,
      confirm,
      dangerButton,
      onClick,
      onSubmit,
      fill,
      grow,
      actions,
      badge,
    },
    ...{ clock, tick, start, onRefresh },
  }
}

export type Kit = ReturnType<typeof createKit>
