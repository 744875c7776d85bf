// As the core uses them, with nothing of its own: the floor.
import { freeze, produce } from 'immer'
import { createFetch } from 'ofetch'
import { $constructor, $ZodObject, $ZodType } from 'zod/v4/core'
import { subscribeWithSelector } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'

const Text = $constructor<$ZodType>('Text', (schema, def) => {
  $ZodType.init(schema, def)
  schema._zod.parse = whole => whole
})
const text = new Text({ type: 'custom' })
const texts = new $ZodObject({ type: 'object', shape: { a: text }, catchall: text })
export const job = [
  freeze,
  produce,
  createFetch,
  subscribeWithSelector,
  createStore,
  (value: unknown) => texts._zod.run({ value, issues: [] }, { async: false }),
]
