import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** The parts of a schema of OpenAPI 3.0 that the description uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly nullable?: boolean
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

interface Response {
  readonly $ref?: string
  readonly content?: Content
}

interface OperationObject {
  readonly tags?: readonly string[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, Response>>
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, Response>>
  }
}

/** One method of one path of the description. */
export interface Operation {
  /** `GET /v1/client/sessions/{session_id}` */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly object: OperationObject
}

const methods = ['get', 'put', 'post', 'delete', 'patch']

/** All operations of a document, in its order. */
const operationsOf = ({ paths }: Document): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, object]) => {
        const name = `${method.toUpperCase()} ${path}`
        const tag = object.tags?.[0] ?? 'Others'
        return { name, method: method.toUpperCase(), path, tag, object }
      }),
  )

const matcherOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}/?$`)

/**
 * Reads a published description, as it is.
 *
 * @param prefix what stands before its paths.
 */
export const readDescription = (name: string, prefix = '') => {
  const file = new URL(`../../openapi/${name}`, import.meta.url)
  const document: Document = parse(readFileSync(file, 'utf8'))
  const paths = Object.entries(document.paths).map(([path, item]) => [`${prefix}${path}`, item])
  const description: Document = { ...document, paths: Object.fromEntries(paths) }
  const operations = operationsOf(description)
  const matchers = operations.map(operation => ({ operation, matcher: matcherOf(operation.path) }))
  /** The operation that a request asks for: paths without a parameter go before those with one. */
  const operationOf = (method: string, pathname: string): Operation | undefined => {
    const found = matchers.filter(
      ({ operation, matcher }) => operation.method === method && matcher.test(pathname),
    )
    const parametersIn = (path: string) => path.split('{').length
    return found.sort((a, b) => parametersIn(a.operation.path) - parametersIn(b.operation.path))[0]
      ?.operation
  }
  return { description, operations, operationOf }
}

/** The Frontend API. */
export const { description, operations, operationOf } = readDescription(
  'frontend-api-2026-05-12.openapi.yml',
)

/** Follows a reference of the document, to the end. */
export const resolve = <Node extends { readonly $ref?: string }>(
  document: Document,
  node: Node,
): Node => {
  if (node.$ref === undefined) return node
  const found = node.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (parent, key) => (typeof parent === 'object' && parent ? Reflect.get(parent, key) : null),
      document,
    )
  if (!found) throw new TypeError(`${node.$ref} leads nowhere.`)
  // as: a reference stands for what could stand in its place
  return resolve(document, found as Node)
}

/** The schema of the fields that an operation takes, if it takes any. */
export const formOf = (document: Document, { object }: Operation): Schema | null => {
  const schema = object.requestBody?.content['application/x-www-form-urlencoded']?.schema
  return schema ? resolve(document, schema) : null
}
