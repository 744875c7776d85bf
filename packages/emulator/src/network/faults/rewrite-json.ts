type Json = unknown

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null

// What is not there is not made: only the last step of a path may be new.
const put = (node: Json, [key = '', ...rest]: readonly string[], value: Json): void => {
  if (!isObject(node)) return
  const keys = key === '*' ? Object.keys(node) : [key]
  for (const each of keys) {
    if (rest.length > 0) put(Object.hasOwn(node, each) ? node[each] : undefined, rest, value)
    else
      Object.defineProperty(node, each, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      })
  }
}

/** A text of JSON with these values in it; any other text as it is. */
export const rewriteJson = (text: string, values: Readonly<Record<string, Json>>): string => {
  let body: Json
  try {
    body = JSON.parse(text)
  } catch {
    return text
  }
  for (const [path, value] of Object.entries(values)) put(body, path.split('.'), value)
  return JSON.stringify(body)
}
