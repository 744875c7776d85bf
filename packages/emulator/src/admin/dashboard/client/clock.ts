import type { Item, Kit } from './kit.ts'

/** The emulator's time: shows it, stops it and moves it. */
export const showClock = ({
  place,
  text,
  span,
  now,
  ask,
  act,
  onClick,
  onSubmit,
  clock,
  tick,
  onRefresh,
}: Kit): void => {
  const freeze = place('freeze')
  const draw = () => {
    // Whole seconds: what was asked for is an hour, and not 59 min 59 s of it.
    const ahead = Math.round((now() - Date.now()) / 1000) * 1000
    const isNear = Math.abs(ahead) < 1500
    const offset = isNear
      ? 'the time of this machine'
      : `${span(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} this machine`
    place('now').replaceChildren(new Date(now()).toLocaleString())
    place('offset').replaceChildren(`${offset}${clock.frozenAt === null ? '' : ', standing still'}`)
  }
  setInterval(draw, 1000)
  onRefresh(async () => {
    const given = (await ask('GET', 'clock')) as Item // as: what the control surface answers
    clock.offset = Number(given.now) - Date.now()
    clock.frozenAt = given.frozen ? Number(given.now) : null
    freeze.setAttribute('aria-pressed', String(given.frozen))
    freeze.replaceChildren(given.frozen ? 'Unfreeze' : 'Freeze')
    draw()
    tick()
  })
  const advance = (ms: number) => ask('POST', 'clock/advance', { ms })
  freeze.addEventListener('click', () =>
    act(() => ask('POST', clock.frozenAt === null ? 'clock/freeze' : 'clock/resume')),
  )
  for (const preset of document.querySelectorAll<HTMLElement>('[data-advance]'))
    preset.addEventListener('click', () => act(() => advance(Number(preset.dataset.advance))))
  onSubmit('advance', data =>
    advance(Math.round(Number(data.get('amount')) * Number(text(data.get('unit'))))),
  )
  onClick('real-time', () => ask('POST', 'clock/reset'))
}
