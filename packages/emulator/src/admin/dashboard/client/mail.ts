import type { Item, Kit } from './kit.ts'

/** Codes and links that were sent. */
export const showMail = ({
  make,
  text,
  age,
  ask,
  read,
  button,
  fill,
  grow,
  actions,
  onRefresh,
}: Kit): void => {
  const row = ({ id, to, kind, code, link, at }: Item) => {
    const about = grow(text(to), `${text(kind)} · `, age(at))
    if (code !== null) return [about, make('span', { class: 'code' }, text(code))]
    return [
      about,
      actions(
        make('a', { href: text(link) }, 'Open the link'),
        button('Open elsewhere', text(to), () => ask('POST', `inbox/${text(id)}/open`)),
      ),
    ]
  }
  onRefresh(async () => fill('inbox', await read('inbox'), row))
}
