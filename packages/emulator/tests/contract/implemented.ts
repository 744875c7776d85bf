import type { Emulator } from '@clientele/emulator'
import { type Operation, operations } from './description.ts'

const ask = (emulator: Emulator, { method, path }: Operation): Promise<Response> => {
  const url = new URL(path.replace(/\{[^}]+\}/g, 'x'), `https://${emulator.host}`)
  if (method === 'GET') return emulator.fetch(url)
  if (method !== 'POST') url.searchParams.set('_method', method)
  return emulator.fetch(url, { method: 'POST', body: new URLSearchParams() })
}

/** Each operation of the description with what it answers to nobody who asks for nothing. */
export const askAll = async (emulator: Emulator) => {
  const asked: { operation: Operation; status: number; code: string | undefined }[] = []
  for (const operation of operations) {
    const response = await ask(emulator, operation)
    const text = await response.text()
    const { errors }: { errors?: { code: string }[] } = text.startsWith('{') ? JSON.parse(text) : {}
    asked.push({ operation, status: response.status, code: errors?.[0]?.code })
  }
  return asked
}

/** The operations that the emulator has. */
export const implementedOf = async (emulator: Emulator): Promise<Operation[]> =>
  (await askAll(emulator)).filter(({ status }) => status !== 501).map(({ operation }) => operation)
