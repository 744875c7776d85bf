import type { Item, Kit } from './kit.ts'

/** How the instance is set up. What is changed is changed at once. */
export const showSettings = ({ place, text, ask, act, onRefresh }: Kit): void => {
  let known: Item = {}
  // What was read before a change, or while one is on its way, would undo what somebody just
  // clicked.
  let changes = 0
  let pending = 0
  let sending: Promise<unknown> = Promise.resolve()
  const patch = (change: Item) => {
    // What is clicked next, before the answer, adds to this.
    known = { ...known, ...change }
    changes += 1
    pending += 1
    // One at a time: two at once could arrive the other way round.
    const sent = sending.then(() => ask('PATCH', 'settings', change))
    sending = sent.catch(() => {})
    act(() =>
      sent.finally(() => {
        pending -= 1
      }),
    )
  }
  const inputs = [...document.querySelectorAll<HTMLInputElement>('#settings input')]
  const disabled = (): readonly unknown[] =>
    Array.isArray(known.disabledStrategies) ? known.disabledStrategies : []

  const changeOf = ({ dataset, checked, value }: HTMLInputElement): Item => {
    const { strategy, setting = '', scale } = dataset
    if (strategy !== undefined)
      return {
        disabledStrategies: [
          ...disabled().filter(each => each !== strategy),
          ...(checked ? [] : [strategy]),
        ],
      }
    if (scale !== undefined) return { [setting]: Math.round(Number(value) * Number(scale)) }
    if (dataset.choice !== undefined) return { [setting]: JSON.parse(dataset.choice) }
    return { [setting]: checked }
  }
  const draw = (input: HTMLInputElement) => {
    const { strategy, setting = '', scale, choice } = input.dataset
    const value = known[setting]
    if (strategy !== undefined) input.checked = !disabled().includes(strategy)
    else if (choice !== undefined) input.checked = choice === JSON.stringify(value)
    // Nobody likes a number that changes while it is typed.
    else if (scale !== undefined && document.activeElement !== input)
      input.value = text(Number(value) / Number(scale))
    else if (scale === undefined) input.checked = value === true
  }
  for (const input of inputs)
    input.addEventListener('change', () => {
      if (input.checkValidity()) patch(changeOf(input))
      else input.reportValidity()
    })
  onRefresh(async () => {
    const before = changes
    const given = (await ask('GET', 'settings')) as Item // as: what the control surface answers
    if (pending > 0 || before !== changes) return
    known = given
    for (const input of inputs) draw(input)
    const shown = new Set(inputs.map(({ dataset }) => dataset.setting))
    const others = Object.entries(known).filter(
      ([name]) => !shown.has(name) && name !== 'disabledStrategies',
    )
    place('other-settings').replaceChildren(JSON.stringify(Object.fromEntries(others), null, 1))
  })
}
