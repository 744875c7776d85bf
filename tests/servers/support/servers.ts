import { createServer, type RequestListener } from 'node:http'
import * as forExpress from '@clerk/express'
import * as forFastify from '@clerk/fastify'
import * as forHono from '@clerk/hono'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'

export interface Keys {
  readonly publishableKey: string
  readonly secretKey: string
  readonly jwtKey: string
}

/** An application with Clerk's middleware, whose one page says who is signed in. */
interface Server {
  /** Without a slash at the end. */
  readonly url: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  close(): Promise<unknown>
}

const listen = (listener: RequestListener): Promise<Server> =>
  new Promise(resolve => {
    const server = createServer(listener)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      const close = () => new Promise(done => server.close(done))
      resolve({ url: `http://127.0.0.1:${port}`, fetch, close })
    })
  })

const serveExpress = (keys: Keys): Promise<Server> =>
  listen(
    express()
      .use(forExpress.clerkMiddleware(keys))
      .get('/page', (request, response) => {
        response.json({ userId: forExpress.getAuth(request).userId })
      }),
  )

const serveFastify = async (keys: Keys): Promise<Server> => {
  const app = fastify()
  await app.register(forFastify.clerkPlugin, keys)
  app.get('/page', request => ({ userId: forFastify.getAuth(request).userId }))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, fetch, close: () => app.close() }
}

const serveHono = async (keys: Keys): Promise<Server> => {
  const app = new Hono()
  app.use('*', forHono.clerkMiddleware(keys))
  app.get('/page', c => c.json({ userId: forHono.getAuth(c).userId }))
  return {
    url: 'http://127.0.0.1:3000',
    fetch: async (url, init) => app.fetch(new Request(url, init)),
    close: async () => {},
  }
}

export const servers = { Express: serveExpress, Fastify: serveFastify, Hono: serveHono }
