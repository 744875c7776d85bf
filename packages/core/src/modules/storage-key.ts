/**
 * Where a module of an instance keeps something: only letters, digits, `.`, `-` and `_`, since the
 * secure storage of Expo takes no other. Of a publishable key all is of these but its padding.
 */
export const storageKey = (publishableKey: string, name: string): string =>
  `clientele.${publishableKey.replace(/=+$/, '')}.${name}`
