import type { Item, Kit } from './kit.ts'

/** What was told to the receivers of webhooks. */
export const showWebhooks = (kit: Kit): void => {
  const { text, age, ask, read, button, fill, grow, actions, badge, make, onRefresh } = kit

  const outcome = (delivery: Item) => {
    const tries = Array.isArray(delivery.attempts) ? delivery.attempts : []
    const last: Item = tries.at(-1) ?? {}
    const why = text(last.status ?? last.error)
    const count = tries.length > 1 ? ` (${tries.length} tries)` : ''
    const tone = delivery.status === 'delivered' ? 'good' : 'bad'
    return badge(
      `${text(delivery.status)} ${why}${count}`.trim(),
      delivery.status === 'pending' ? 'off' : tone,
    )
  }
  const row = ({ id, type, at, deliveries }: Item) => {
    const received: readonly Item[] = Array.isArray(deliveries) ? deliveries : []
    return [
      grow(
        text(type),
        age(at),
        ...received.map(({ url }) => make('span', { class: 'id' }, text(url))),
      ),
      actions(
        ...received.map(outcome),
        button('Send again', `${text(type)} ${text(id)}`, () =>
          ask('POST', `webhooks/${text(id)}/replay`),
        ),
      ),
    ]
  }
  onRefresh(async () => fill('webhooks', await read('webhooks'), row))
}
