import type { Settings } from '../../model/settings.ts'

/** The strategies by which pages are told to verify an email address. */
export const emailVerifications = ({ emailVerification }: Settings): string[] => [
  ...(emailVerification === 'link' ? [] : ['email_code']),
  ...(emailVerification === 'code' ? [] : ['email_link']),
]
