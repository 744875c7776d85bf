import { notImplemented } from '../../lib/api-errors.ts'

/**
 * Refuses fields that would be taken and do nothing here.
 *
 * @throws ApiError 501 that names the first one.
 */
export const assertSupported = (
  operation: string,
  fields: Readonly<Record<string, unknown>>,
  missing: readonly string[],
): void => {
  const found = missing.find(name => fields[name] != null)
  if (found !== undefined) throw notImplemented(`${found} of ${operation}`)
}
