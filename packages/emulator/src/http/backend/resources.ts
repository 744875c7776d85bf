import type { Hono } from 'hono'
import type { Env } from '../request-context.ts'
import { createClientRoutes } from './clients.ts'
import { createSessionRoutes } from './sessions.ts'
import { createUserCredentialRoutes } from './user-credentials.ts'
import { createUserStatusRoutes } from './user-status.ts'
import { createUserRoutes } from './users.ts'

/** The resources of the Backend API that are there, by their paths. */
const resources: Readonly<Record<string, readonly (() => Hono<Env>)[]>> = {
  '/v1/clients': [createClientRoutes],
  '/v1/sessions': [createSessionRoutes],
  '/v1/users': [createUserRoutes, createUserStatusRoutes, createUserCredentialRoutes],
}

/** Puts every resource at its path. */
export const addResources = (app: Hono<Env>): void => {
  for (const [path, creators] of Object.entries(resources))
    for (const create of creators) app.route(path, create())
}
