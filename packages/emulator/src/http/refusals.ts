import type { Hono } from 'hono'
import { methodNotAllowed, notImplemented } from '../lib/api-errors.ts'
import type { Operations } from './operations.ts'
import type { Env } from './request-context.ts'

/** Lets the operations that are known and not there answer 501. */
export const addUnimplemented = (app: Hono<Env>, operations: readonly Operations[]): void => {
  for (const { methods, path } of operations) {
    app.on(methods, path, c => {
      throw notImplemented(`${c.req.method} ${path}`)
    })
  }
}

/** A known path asked by another method: 405 with the methods it has. */
export const addMethodRefusals = (app: Hono<Env>): void => {
  const methodsByPath = new Map<string, Set<string>>()
  for (const { method, path } of app.routes) {
    if (method !== 'ALL')
      methodsByPath.set(path, (methodsByPath.get(path) ?? new Set()).add(method))
  }
  for (const [path, methods] of methodsByPath) {
    app.all(path, () => {
      throw methodNotAllowed([...methods])
    })
  }
}
