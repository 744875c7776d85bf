import type { Item, Kit } from './kit.ts'

/** Sign-ins and sign-ups, and how far they are. */
export const showAttempts = ({ make, text, age, read, fill, badge, onRefresh }: Kit): void => {
  const tones: Readonly<Record<string, string>> = {
    complete: 'good',
    abandoned: 'off',
    verified: 'good',
    failed: 'bad',
  }
  const toneOf = (status: unknown) => tones[text(status)] ?? ''
  const words = (name: unknown) => text(name).replaceAll('_', ' ')
  const verification = ({ of, strategy, status, attempts, expireAt }: Item) => {
    const tries =
      Number(attempts) > 0 ? ` · ${text(attempts)} ${Number(attempts) === 1 ? 'try' : 'tries'}` : ''
    const isOpen = status === 'unverified' && expireAt !== null
    const until = isOpen ? [' · ends ', age(expireAt)] : []
    return make(
      'div',
      { class: 'fact' },
      make('span', { class: 'dim' }, text(of)),
      make('span', {}, make('code', {}, text(strategy)), tries, ...until),
      badge(words(status), toneOf(status)),
    )
  }
  const row = ({ id, kind, identifier, status, next, verifications, createdAt }: Item) => {
    const factors = verifications as readonly Item[] // as: what the control surface lists
    const isOpen = status !== 'complete' && status !== 'abandoned'
    const following = isOpen && Array.isArray(next) && next.length > 0 ? next.join(', ') : ''
    return [
      make(
        'div',
        { class: 'grow' },
        make('div', { class: 'title' }, text(identifier ?? 'Nobody yet')),
        make(
          'div',
          { class: 'dim' },
          `${text(kind)} · `,
          age(createdAt),
          make('span', { class: 'id' }, text(id)),
        ),
      ),
      badge(words(status), toneOf(status)),
      make(
        'div',
        { class: 'facts' },
        ...factors.map(verification),
        ...(following
          ? [
              make(
                'div',
                { class: 'fact' },
                make('span', { class: 'dim' }, kind === 'sign-up' ? 'needs' : 'takes'),
                make('span', {}, make('code', {}, following)),
              ),
            ]
          : []),
      ),
    ]
  }
  onRefresh(async () => fill('attempts', await read('attempts'), row))
}
