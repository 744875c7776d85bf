import { type Context, Hono } from 'hono'
import { base64url } from 'jose'
import { resourceNotFound } from '../../lib/api-errors.ts'
import { areInitials, toInitialsSvg } from '../../lib/initials.ts'
import type { Env } from '../request-context.ts'

const answerInitials = (c: Context<Env>) => {
  const letters = c.req.param('letters') ?? ''
  if (!areInitials(letters)) throw resourceNotFound('Image', letters)
  c.header('Content-Type', 'image/svg+xml')
  c.header('Content-Security-Policy', "default-src 'none'")
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  return c.body(toInitialsSvg(letters))
}

/**
 * `/__emulator/images/{id}`: the pictures that were uploaded, and those of initials for whoever has
 * none, for any page to show.
 */
export const createImageRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/avatar_placeholder/:letters', answerInitials).get('/:id', c => {
    const id = c.req.param('id')
    const image = c.env.instance.database.images.get(id)
    if (!image) throw resourceNotFound('Image', id)
    c.header('Content-Type', image.type)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    // as: TypeScript takes its buffer for one that might be shared
    return c.body(base64url.decode(image.data) as Uint8Array<ArrayBuffer>)
  })
