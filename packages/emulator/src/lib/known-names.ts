import { z } from 'zod'

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodReadonly
    ? unwrapped(schema.unwrap())
    : schema

const within = (schema: unknown, step: PropertyKey): unknown => {
  const outer = unwrapped(schema)
  if (outer instanceof z.ZodArray) return outer.element
  if (outer instanceof z.ZodRecord) return outer.valueType
  return outer instanceof z.ZodObject ? outer.shape[String(step)] : undefined
}

/** The names that may stand where a path leads in what a schema describes; none where any may. */
export const knownNames = (schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  const found = unwrapped(path.reduce(within, schema as unknown)) // as: its parts are of any kind
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}
