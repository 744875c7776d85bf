import type { Metadata } from '../../model/fields.ts'
import { mergePatch } from '../account/metadata.ts'

/** A patch merged into metadata; what is not given stays as it is. */
export const mergeMetadata = (own: Metadata, patch: Metadata | null | undefined): Metadata =>
  // as: a patch that is an object makes an object
  patch ? (mergePatch(own, patch) as Metadata) : own

/** Metadata in place of what was there; what is not given stays as it is. */
export const replaceMetadata = (own: Metadata, given: Metadata | null | undefined): Metadata =>
  given ?? own
