const hidden = (text: string): string => `${text.slice(0, 1)}***`

/**
 * An email address that its owner recognises and nobody else learns: `jane@example.com` becomes
 * `j***@e***.com`.
 */
export const safeEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@')
  const dot = domain.lastIndexOf('.')
  return `${hidden(local)}@${hidden(domain)}${dot < 0 ? '' : domain.slice(dot)}`
}

/** A phone number likewise: `+12015550123` becomes `+1*******123`. */
export const safePhone = (phone: string): string =>
  `${phone.slice(0, 2)}${'*'.repeat(Math.max(0, phone.length - 5))}${phone.slice(-3)}`
