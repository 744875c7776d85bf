import { type Document, resolve, type Schema } from './description.ts'

/** A schema as the validator takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>

const orNull = (schema: JsonSchema, isNullable: boolean | undefined): JsonSchema =>
  isNullable ? { anyOf: [{ type: 'null' }, schema] } : schema

const partsOf = (document: Document, schema: Schema): Schema[] => {
  const { allOf = [], ...own } = resolve(document, schema)
  return [...allOf.flatMap(part => partsOf(document, part)), own]
}

// The parts of an `allOf` are one object: closed schemas side by side would refuse each other's
// fields.
const merge = (document: Document, schema: Schema): Schema => {
  const parts = partsOf(document, schema)
  return {
    type: 'object',
    properties: Object.fromEntries(
      parts.flatMap(({ properties = {} }) => Object.entries(properties)),
    ),
    required: parts.flatMap(({ required = [] }) => required),
  }
}

const toObject = (
  document: Document,
  { properties, required = [], additionalProperties }: Schema,
): JsonSchema => {
  const open =
    typeof additionalProperties === 'object' ? toJsonSchema(document, additionalProperties) : true
  if (!properties || Object.keys(properties).length === 0)
    return { type: 'object', additionalProperties: open }
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, toJsonSchema(document, schema)]),
    ),
    required: [...new Set(required)],
    // What declares its fields has no others, whatever it says: every field that is added has to be
    // explained.
    additionalProperties: false,
  }
}

const toReference = (document: Document, reference: string): JsonSchema => {
  const [, , kind, name] = reference.split('/')
  return kind === 'schemas'
    ? { $ref: `#/$defs/${name}` }
    : toJsonSchema(document, resolve(document, { $ref: reference }))
}

const withoutNull = (document: Document, schema: Schema): JsonSchema => {
  const { type, items, properties, allOf, enum: values } = schema
  const alternatives = schema.oneOf ?? schema.anyOf
  if (allOf?.length === 1 && allOf[0]?.$ref && !properties)
    return toReference(document, allOf[0].$ref)
  if (allOf) return toObject(document, merge(document, schema))
  if (alternatives && !properties)
    return { anyOf: alternatives.map(each => toJsonSchema(document, each)) }
  if (type === 'array') return { type, items: items ? toJsonSchema(document, items) : {} }
  if (type === 'object' || properties) return toObject(document, schema)
  return {
    ...(type ? { type } : {}),
    ...(values ? { enum: values.filter(value => value !== null) } : {}),
  }
}

/**
 * A schema of OpenAPI 3.0 as JSON Schema: objects with declared fields are closed, `nullable`
 * allows null wherever it stands, and of alternatives any may fit, because those of the description
 * overlap.
 */
export const toJsonSchema = (document: Document, schema: Schema): JsonSchema =>
  schema.$ref
    ? toReference(document, schema.$ref)
    : orNull(withoutNull(document, schema), schema.nullable)

/** All named schemas of a document, for the references of the others. */
export const toDefinitions = (document: Document): JsonSchema =>
  Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [
      name,
      toJsonSchema(document, schema),
    ]),
  )
