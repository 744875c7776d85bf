// Takes the place of these globals in the CommonJS build alone (tsup.config.ts). Jest runs tests in
// a context of their own; that of jsdom has none of what the emulator answers with, and typed
// arrays that Web Crypto and TextEncoder of Node.js do not make. These are those of Node.js itself,
// so that they fit one another in every context, and no test has to set any.
import { runInThisContext } from 'node:vm'

// as: what the name says; `this` context is the one in which Node.js started
const host = runInThisContext('globalThis') as typeof globalThis

export const {
  AbortController,
  AbortSignal,
  Blob,
  CompressionStream,
  CryptoKey,
  crypto,
  File,
  FormData,
  Headers,
  ReadableStream,
  Request,
  Response,
  setImmediate,
  structuredClone,
  TextDecoder,
  TextEncoder,
  TransformStream,
  // biome-ignore lint/suspicious/noShadowRestrictedNames: it is injected under this very name
  Uint8Array,
  URL,
  URLSearchParams,
  WritableStream,
} = host
