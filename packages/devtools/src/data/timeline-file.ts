import type { TimelineEvent } from '@clientele/core/timeline'

// A timeline as a file, to send with a bug report. Events hold nothing secret, so neither does it.

const format = 'clientele-timeline'
const version = 1

export const writeFile = (events: readonly TimelineEvent[]): string =>
  JSON.stringify({ format, version, events }, null, 2)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)

/** Milliseconds that a date can have. */
const isTime = (value: unknown) => isNumber(value) && Math.abs(Number(value)) <= 8.64e15

// What each kind has besides `id` and `at`.
const shapes: Record<string, Record<string, (value: unknown) => boolean>> = {
  intent: { attempt: isText, action: isText },
  request: { method: isText, path: isText },
  answer: { cause: isNumber, status: isNumber, ms: isNumber },
  failure: { cause: isNumber, code: isText, ms: isNumber },
  transition: {
    cause: value => isText(value) || isNumber(value),
    changes: value => Array.isArray(value) && value.every(isText),
    listenerCount: isNumber,
  },
}

const isEvent = (value: unknown): value is TimelineEvent => {
  if (!isObject(value) || !isNumber(value.id) || !isTime(value.at)) return false
  const shape = Object.hasOwn(shapes, String(value.kind)) ? shapes[String(value.kind)] : undefined
  return !!shape && Object.entries(shape).every(([name, fits]) => fits(value[name]))
}

/** @throws TypeError for what `writeFile` has not written, naming what is wrong. */
export const readFile = (text: string): readonly TimelineEvent[] => {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new TypeError('This file is no JSON: choose one that “Export” has written')
  }
  if (!isObject(content) || content.format !== format || !Array.isArray(content.events))
    throw new TypeError('This file is no timeline: choose one that “Export” has written')
  if (content.version !== version)
    throw new TypeError(
      `This file is of version ${String(content.version)}: these devtools read version ${version}`,
    )
  const wrong = content.events.findIndex(event => !isEvent(event))
  if (wrong >= 0) throw new TypeError(`Event ${wrong + 1} of this file is none: it was changed`)
  return content.events
}
