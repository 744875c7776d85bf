import { accessNotAllowed } from '../lib/backend-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { IdentifierRuleRecord } from '../model/records/backend.ts'

// `*@example.com` stands for every address there.
const fits = ({ identifier }: Readonly<IdentifierRuleRecord>, text: string): boolean =>
  identifier.startsWith('*@') ? text.endsWith(identifier.slice(1)) : text === identifier

const isListed = (
  { database }: Instance,
  list: IdentifierRuleRecord['list'],
  identifier: string,
): boolean =>
  database.identifierRules.all().some(rule => rule.list === list && fits(rule, identifier))

/**
 * Whether an identifier may sign up: with an allowlist only those on it, with a blocklist those
 * that
 * are not.
 *
 * @throws ApiError 403 for one that may not.
 */
export const assertAllowed = (instance: Instance, identifier: string): void => {
  const { allowlist, blocklist, blockEmailSubaddresses } = instance.settings
  const text = identifier.toLowerCase()
  const isRefused =
    (allowlist && !isListed(instance, 'allow', text)) ||
    (blocklist && isListed(instance, 'block', text)) ||
    (blockEmailSubaddresses && /[+=#][^@]*@/.test(text))
  if (isRefused) throw accessNotAllowed(identifier)
}
