/** A name as it stands in addresses: `Acme Ltd` is `acme-ltd`. */
export const toSlug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

export const slugPattern = /^[a-z0-9-]+$/
