import type { Item, Kit } from './kit.ts'

/** Users, sessions and clients. */
export const showPeople = (kit: Kit): void => {
  const {
    make,
    text,
    age,
    ask,
    read,
    button,
    dangerButton,
    onSubmit,
    fill,
    grow,
    actions,
    badge,
    now,
    onRefresh,
  } = kit
  const names = new Map<unknown, string>()
  const id = (value: unknown) => make('span', { class: 'id' }, text(value))

  const user = (item: Item) => {
    const name = names.get(item.id) ?? ''
    const path = `users/${text(item.id)}`
    const isLocked = Number(item.lockedUntil) > now()
    return [
      grow(name, id(item.id)),
      actions(
        ...(item.totpEnabled ? [badge('totp')] : []),
        ...(isLocked
          ? [badge('locked', 'bad'), button('Unlock', name, () => ask('POST', `${path}/unlock`))]
          : []),
        dangerButton('Delete', name, () => ask('DELETE', path)),
      ),
    ]
  }
  const session = (item: Item) => {
    const isLive = item.status === 'active' || item.status === 'pending'
    const tasks =
      Array.isArray(item.tasks) && item.tasks.length > 0 ? `: ${item.tasks.join(', ')}` : ''
    const about = `the session ${text(item.id)}`
    const path = `sessions/${text(item.id)}`
    return [
      grow(
        names.get(item.userId) ?? text(item.userId),
        isLive ? 'ends ' : 'ended ',
        age(item.expireAt),
        id(item.id),
      ),
      actions(
        badge(`${text(item.status)}${tasks}`, isLive ? 'good' : 'off'),
        ...(isLive
          ? [
              button('Revoke', about, () => ask('POST', `${path}/revoke`)),
              button('Expire', about, () => ask('POST', `${path}/expire`)),
            ]
          : []),
      ),
    ]
  }
  const client = ({ id: clientId, sessionIds, createdAt, origin }: Item) => {
    const count = Array.isArray(sessionIds) ? sessionIds.length : 0
    const sessions = count === 1 ? 'one session' : `${count === 0 ? 'no' : count} sessions`
    return [grow(text(origin ?? 'No page'), `${sessions} · `, age(createdAt), id(clientId))]
  }

  onSubmit('new-user', async (data, form) => {
    const password = text(data.get('password'))
    await ask('POST', 'users', {
      emailAddress: text(data.get('email')),
      ...(password ? { password } : {}),
    })
    form.reset()
  })
  onRefresh(async () => {
    const [users = [], sessions = [], clients = []] = await Promise.all(
      ['users', 'sessions', 'clients'].map(read),
    )
    for (const each of users)
      names.set(each.id, text(each.emailAddress ?? each.username ?? each.phoneNumber ?? each.id))
    fill('users', users, user)
    fill('sessions', sessions, session)
    fill('clients', clients, client)
  })
}
