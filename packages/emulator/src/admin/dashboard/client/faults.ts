import type { Item, Kit } from './kit.ts'

/** What goes wrong: by a form, by presets, by scenarios. */
export const showFaults = ({
  make,
  place,
  text,
  say,
  ask,
  act,
  button,
  onClick,
  onSubmit,
  fill,
  grow,
  actions,
  badge,
  onRefresh,
}: Kit): void => {
  const form = place('new-fault')
  const kind = place('fault-kind')
  // A field set that is disabled is not sent.
  const choose = () => {
    const chosen = kind instanceof HTMLSelectElement ? kind.value : ''
    for (const fields of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-kind]')) {
      fields.hidden = fields.dataset.kind !== chosen
      fields.disabled = fields.hidden
    }
  }
  kind.addEventListener('change', choose)
  choose()

  const read = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): unknown => {
    if (field.dataset.type === 'number') return Number(field.value)
    if (field.dataset.type !== 'json') return field.value
    try {
      return JSON.parse(field.value)
    } catch {
      throw new Error(`${field.name}: it is no JSON`)
    }
  }
  onSubmit('new-fault', async (_, filled) => {
    const fault: Record<string, unknown> = {}
    for (const field of filled.elements) {
      const isField =
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      // `:disabled` knows of the field set around it, the field's own property does not.
      if (isField && field.name !== '' && field.value !== '' && !field.matches(':disabled'))
        fault[field.name] = read(field)
    }
    return ask('POST', 'faults', fault)
  })
  for (const preset of document.querySelectorAll<HTMLElement>('[data-fault]'))
    preset.addEventListener('click', () =>
      act(() => ask('POST', 'faults', JSON.parse(text(preset.dataset.fault)))),
    )

  const row = ({ id, fault, met }: Item) => {
    const {
      kind: name,
      path,
      method = 'any method',
      count,
      after,
      probability,
      ...rest
    } = fault as Item // as: what the control surface lists
    const params = Object.entries(rest).map(
      ([key, value]) => `${key} ${typeof value === 'object' ? '…' : text(value)}`,
    )
    const limits = [
      ...(after ? [`after ${text(after)}`] : []),
      ...(probability === undefined ? [] : [`${Math.round(Number(probability) * 100)} %`]),
    ]
    return [
      grow(
        `${text(method)} ${text(path)}`,
        [...params, ...limits].join(' · ') || 'every fitting request',
      ),
      actions(
        badge(text(name)),
        make(
          'span',
          { class: 'dim' },
          `met ${text(met)}${count === undefined ? '' : ` of ${text(count)}`}`,
        ),
        button('Remove', `the fault ${text(name)} of ${text(path)}`, () =>
          ask('DELETE', `faults/${text(id)}`),
        ),
      ),
    ]
  }
  onRefresh(async () => {
    const faults = (await ask('GET', 'faults')) as readonly Item[] // as: a list
    fill('faults', faults, row)
    place('clear-faults').hidden = faults.length < 2
  })
  onClick('clear-faults', () => ask('DELETE', 'faults'))
  onSubmit('stage', async data => {
    const name = text(data.get('scenario'))
    await ask('POST', `scenarios/${name}`)
    say('')
  })
}
