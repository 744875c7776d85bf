const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** `23 Nov 2025, 05:45:12` */
export const formatDate = (date: Date): string => clock.format(date)

/** `05:45:12` */
export const formatTime = (date: Date): string => time.format(date)

/** How far away a moment is: `in 7 days`, `2 minutes ago`, `now`. */
export const formatDistance = (date: Date, now: number): string => {
  const distance = date.getTime() - now
  const [unit, size] =
    units.find(([, ms]) => Math.abs(distance) >= ms) ?? (['second', 1000] as const)
  return relative.format(Math.trunc(distance / size), unit)
}
