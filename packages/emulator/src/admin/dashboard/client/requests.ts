import type { Item, Kit } from './kit.ts'

/** What was asked, newest first; and everything can be forgotten. */
export const showRequests = ({
  make,
  place,
  text,
  age,
  ask,
  read,
  confirm,
  fill,
  badge,
  onRefresh,
}: Kit): void => {
  const only = place('only-refused')
  const isRefused = ({ status }: Item) => Number(status) >= 400
  const row = (item: Item) => {
    const { at, method, path, status, code, body, query } = item
    const sent = { ...Object(query), ...Object(body) }
    const details = Object.keys(sent).length > 0 ? JSON.stringify(sent, null, 1) : 'Nothing.'
    return [
      badge(text(status), isRefused(item) ? 'bad' : 'good'),
      make('code', { class: 'grow' }, `${text(method)} ${text(path)}`),
      ...(code === null ? [] : [make('span', { class: 'bad' }, text(code))]),
      make('span', { class: 'dim' }, age(at)),
      make(
        'details',
        {},
        make('summary', { class: 'dim' }, 'What was sent'),
        make('pre', {}, details),
      ),
    ]
  }
  const show = async () => {
    const isFiltered = only instanceof HTMLInputElement && only.checked
    const all = async () => (await ask('GET', 'requests')) as readonly Item[] // as: a list
    fill(
      'requests',
      isFiltered ? (await all()).filter(isRefused).slice(-100) : await read('requests'),
      row,
    )
  }
  onRefresh(show)
  only.addEventListener('change', show)
  confirm(place('reset'), () => ask('POST', 'reset'))
}
