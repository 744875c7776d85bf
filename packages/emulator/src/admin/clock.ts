import { type Context, Hono } from 'hono'
import { type ControlEnv, jsonOf } from './env.ts'

const answerClock = (c: Context<ControlEnv>) => {
  const { clock } = c.env.emulator
  return c.json({ now: clock.now(), frozen: clock.frozen })
}

const numberIn = (c: Context<ControlEnv>, name: string): number => {
  const value: unknown = Object.entries(jsonOf(c)).find(([key]) => key === name)?.[1]
  if (typeof value === 'number') return value
  throw new TypeError(`${name} must be a number of milliseconds.`)
}

/** `/__emulator/clock`: times are epoch milliseconds. */
export const createClockRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', answerClock)
    .post('/advance', c => {
      c.env.emulator.clock.advance(numberIn(c, 'ms'))
      return answerClock(c)
    })
    .post('/set', c => {
      c.env.emulator.clock.set(numberIn(c, 'now'))
      return answerClock(c)
    })
    .post('/freeze', c => {
      c.env.emulator.clock.freeze()
      return answerClock(c)
    })
    .post('/resume', c => {
      c.env.emulator.clock.resume()
      return answerClock(c)
    })
    .post('/reset', c => {
      c.env.emulator.clock.reset()
      return answerClock(c)
    })
