/**
 * Whether a text is a path in which `:name` may stand for a segment and `*`, at the end, for any
 * rest.
 */
export const isRoutePattern = (text: string): boolean =>
  /^(\*|\/([\w.~-]+|:\w+)(\/([\w.~-]+|:\w+))*(\/\*)?|\/\*?)$/.test(text)

/** Whether a path is of this pattern; a slash at its end makes no difference. */
export const fitsPattern = (pattern: string, path: string): boolean => {
  if (pattern === '*' || pattern === '/*') return true
  const isOpen = pattern.endsWith('/*')
  const wanted = (isOpen ? pattern.slice(0, -2) : pattern).split('/')
  const given = path.replace(/\/+$/, '').split('/')
  const isLongEnough = isOpen ? given.length > wanted.length : given.length === wanted.length
  return (
    isLongEnough &&
    wanted.every((segment, index) => segment.startsWith(':') || segment === given[index])
  )
}
