import type { FieldDifference } from '../differences.ts'

/**
 * Where the SDK and the description disagree, the emulator goes with the SDK. Each entry must be in
 * use: a test looks.
 */
export const fieldDifferences: readonly FieldDifference[] = []

/**
 * Refusals that every operation has and few are described with: no key, a record that is not there,
 * wrong fields.
 */
export const commonRefusals = [401, 404, 422]
