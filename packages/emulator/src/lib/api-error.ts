/** One entry of the `errors` list of an error answer. */
export interface ApiFault {
  readonly code: string
  readonly message: string
  readonly longMessage?: string
  readonly meta?: Readonly<Record<string, unknown>>
}

/**
 * A refusal as the Frontend API words it. Thrown anywhere while a request is handled; never leaves
 * the emulator.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly faults: readonly [ApiFault, ...ApiFault[]],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(faults[0].message)
  }
}

/** A refusal for one reason. */
export const refuse = (
  status: number,
  code: string,
  message: string,
  meta?: ApiFault['meta'],
): ApiError => new ApiError(status, [{ code, message, ...(meta ? { meta } : {}) }])

/** The faults as they go over the wire. */
export const toErrorsJson = (faults: readonly ApiFault[]) =>
  faults.map(({ code, message, longMessage, meta }) => ({
    message,
    long_message: longMessage ?? message,
    code,
    meta: meta ?? {},
  }))
