import { readDescription } from '../description.ts'

/** The Backend API; its paths stand below `/v1`. */
export const { description, operations, operationOf } = readDescription(
  'backend-api-2026-05-12.openapi.yml',
  '/v1',
)
