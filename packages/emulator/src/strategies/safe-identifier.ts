const hidden = (text: string): string => `${text.slice(0, 1)}***`

/** An email address that its owner recognises and nobody else learns: `jane@example.com` becomes `j***@e***.com`. */
export const safeEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@')
  const dot = domain.lastIndexOf('.')
  return `${hidden(local)}@${hidden(domain)}${dot < 0 ? '' : domain.slice(dot)}`
}
