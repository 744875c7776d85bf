// Times and durations in one form, wherever they are shown.

const clock = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const day = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** `14:03:07.120`, in the time zone of the browser. */
export const formatTime = (at: number): string => {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return String(at)
  return `${clock.format(date)}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** `27 Nov 2026, 14:03:07`, in the time zone of the browser. */
export const formatDate = (at: number): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : `${day.format(date)}, ${clock.format(date)}`
}

/** A length of time: `59 s`, `4 min 5 s`, `2 h 0 min`, `3 d 1 h`. */
export const formatDuration = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const units = [
    [86_400, 'd', 3600, 'h'],
    [3600, 'h', 60, 'min'],
    [60, 'min', 1, 's'],
  ] as const
  for (const [size, name, small, smallName] of units) {
    if (seconds < size) continue
    const rest = Math.floor((seconds % size) / small)
    return `${Math.floor(seconds / size)} ${name} ${rest} ${smallName}`
  }
  return `${seconds} s`
}

/** `4 min 5 s ago`, `in 9 min 59 s`, `just now`. */
export const formatAge = (at: number, now: number): string => {
  const ms = now - at
  if (Math.abs(ms) < 1000) return 'just now'
  const span = formatDuration(Math.floor(Math.abs(ms) / 1000) * 1000)
  return ms > 0 ? `${span} ago` : `in ${span}`
}

/** What somebody threw, in words. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
