import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type Document, type Operation, resolve } from './description.ts'
import { statusDifferences } from './differences.ts'
import { type JsonSchema, toDefinitions, toJsonSchema } from './json-schema.ts'

/** One request that was answered, as it went over the wire. */
export interface Exchanged {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly type: string | null
  readonly body: string
}

/** Holds answers to a document. */
export interface Checker {
  /** What is wrong with an answer; nothing when it is as described. */
  faultsOf(operation: Operation, status: number, body: unknown): string[]
}

const responseOf = (document: Document, { path, method }: Operation, status: number) => {
  const response = document.paths[path]?.[method.toLowerCase()]?.responses[status]
  return response && resolve(document, response)
}

const isDifferentInFrontend = (name: string, status: number): boolean =>
  statusDifferences.some(each => each.status === status && each.operation === name)

/**
 * Prepares a document; each schema is compiled when it is first needed.
 *
 * @param options.isDifferent whether an operation refuses with a status that is not described.
 */
export const createChecker = (
  document: Document,
  { allErrors = true, isDifferent = isDifferentInFrontend } = {},
): Checker => {
  const ajv = new Ajv2020({ strict: false, allErrors, validateFormats: false, inlineRefs: false })
  const definitions = toDefinitions(document)
  const compiled = new Map<string, ValidateFunction>()
  ajv.addSchema({ $id: 'description', $defs: definitions })
  const validatorOf = (key: string, schema: JsonSchema): ValidateFunction => {
    const known = compiled.get(key)
    if (known) return known
    const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"description#/$defs/')
    const validate = ajv.compile(JSON.parse(text))
    compiled.set(key, validate)
    return validate
  }
  const schemaOf = (operation: Operation, status: number) => {
    if (isDifferent(operation.name, status)) return { $ref: '#/components/schemas/ClerkErrors' }
    const response = responseOf(document, operation, status)
    return response?.content?.['application/json']?.schema
  }
  return {
    faultsOf: (operation, status, body) => {
      const isKnown =
        responseOf(document, operation, status) !== undefined || isDifferent(operation.name, status)
      if (!isKnown) return [`${operation.name} answers ${status}, which is not described`]
      const schema = schemaOf(operation, status)
      if (!schema) return []
      const key = schema.$ref ?? JSON.stringify(schema)
      const validate = validatorOf(key, toJsonSchema(document, schema))
      if (validate(body)) return []
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
      )
    },
  }
}
