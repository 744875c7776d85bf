import { type ComputedRef, computed } from 'vue'

/** A ref for each member: what is destructured stays up to date. */
export type ToComputedRefs<Value> = { [Name in keyof Value]: ComputedRef<Value[Name]> }

/** @param read gives a value whose members are the same ones each time. */
export const toComputedRefs = <Value extends object>(read: () => Value): ToComputedRefs<Value> => {
  const value = computed(read)
  // as: `Object.keys` knows of strings only
  const names = Object.keys(value.value) as (keyof Value)[]
  const refs = names.map(name => [name, computed(() => value.value[name])])
  return Object.fromEntries(refs) as ToComputedRefs<Value> // as: each of the names is put there
}
