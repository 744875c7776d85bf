// As the core uses them, with nothing of its own: the floor.
import { freeze, produce } from 'immer'
import { createFetch } from 'ofetch'
import * as z from 'zod/mini'
import { subscribeWithSelector } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'

const texts = z.looseObject({
  a: z.array(z.string()),
  b: z.number(),
  c: z.boolean(),
  d: z.nullish(z.unknown()),
  e: z._default(z.nullable(z.string()), '').check(z.overwrite(value => value)),
})
export const job = [
  freeze,
  produce,
  createFetch,
  subscribeWithSelector,
  createStore,
  (value: unknown) => z.safeParse(texts, value),
]
