import type { Emulator } from '@clientele/emulator'
import type { Operation } from '../description.ts'
import { operations } from './description.ts'

/** What each operation answers to somebody who asks for nothing, with the key or without. */
export const askAll = async (emulator: Emulator, key: string | null = emulator.secretKey) => {
  const asked: { operation: Operation; status: number; code: string | undefined }[] = []
  for (const operation of operations) {
    const path = operation.path.replace(/\{[^}]+\}/g, 'x')
    const headers: Record<string, string> = key === null ? {} : { Authorization: `Bearer ${key}` }
    const response = await emulator.fetch(path, { method: operation.method, headers })
    const text = await response.text()
    const { errors }: { errors?: { code: string }[] } = text.startsWith('{') ? JSON.parse(text) : {}
    asked.push({ operation, status: response.status, code: errors?.[0]?.code })
  }
  return asked
}

/** The operations that the emulator has. */
export const implementedOf = async (emulator: Emulator): Promise<Operation[]> =>
  (await askAll(emulator)).filter(({ status }) => status !== 501).map(({ operation }) => operation)
