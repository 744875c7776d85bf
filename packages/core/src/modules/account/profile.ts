import { ask, type Subject } from './ask.ts'
import { toMergePatch } from './metadata.ts'
import type { SetProfileImageParams, UpdateUserParams } from './params.ts'

type Fields = Readonly<Record<string, unknown>>

/** The metadata of a user, as the server has it. */
const metadataOf = (user: unknown): Fields =>
  // as: free-form data of the application
  (user as { readonly unsafe_metadata?: Fields } | null)?.unsafe_metadata ?? {}

/**
 * Changes the user. The API merges metadata, so what is to be there is compared with what the
 * server has at that moment.
 *
 * @returns the user, as it came.
 */
export const update = async (
  subject: Subject,
  { unsafeMetadata, ...params }: UpdateUserParams,
): Promise<unknown> => {
  const path = '/me'
  const hasParams = Object.values(params).some(value => value !== undefined)
  const updated =
    hasParams || !unsafeMetadata
      ? await ask(subject, { method: 'PATCH', path, body: params })
      : null
  if (!unsafeMetadata) return updated
  const user = await ask(subject, { method: 'GET', path })
  const patch = toMergePatch(metadataOf(user), unsafeMetadata)
  return patch
    ? ask(subject, { method: 'PATCH', path: `${path}/metadata`, body: { unsafeMetadata: patch } })
    : user
}

/** A file as a form, text as base64 for what it holds. */
const toBody = (file: Blob | string): FormData | Blob => {
  if (typeof file === 'string') return new Blob([file], { type: 'application/octet-stream' })
  const form = new FormData()
  form.append('file', file)
  return form
}

/** @throws TypeError for what is no picture. */
export const readImage = (params: SetProfileImageParams): SetProfileImageParams => {
  const file: unknown = params?.file
  if (file === null || typeof file === 'string' || file instanceof Blob) return { file }
  throw new TypeError('setProfileImage() needs a file: a Blob, base64 text, or null for none')
}

/** @returns the picture, as it came. */
export const setProfileImage = async (
  subject: Subject,
  { file }: SetProfileImageParams,
): Promise<unknown> => {
  const path = '/me/profile_image'
  if (file === null) {
    await ask(subject, { method: 'DELETE', path })
    return {}
  }
  const { time, ports } = subject.kernel
  return ask(subject, {
    method: 'POST',
    path,
    raw: toBody(file),
    // What a picture is cannot be compared at once: no two uploads are the same.
    name: `${time.steady()} ${ports.random()}`,
  })
}
