/**
 * What Clerk's packages have and this store has not: a value of this type does not exist, and who
 * uses it reads in the compiler's message what there is in its place.
 */
export interface NotHere<Instead extends string> {
  /** In words. */
  readonly notHere: Instead
}

type Shown =
  | 'SignIn'
  | 'SignUp'
  | 'UserProfile'
  | 'OrganizationProfile'
  | 'CreateOrganization'
  | 'Waitlist'

type Mounted =
  | Shown
  | 'UserButton'
  | 'UserAvatar'
  | 'OrganizationSwitcher'
  | 'OrganizationList'
  | 'PricingTable'
  | 'APIKeys'

/** The methods of Clerk's object that show prebuilt UI: none of them is there. */
export type PrebuiltUiMethods = {
  readonly [Name in
    | `open${Shown}`
    | `mount${Mounted}`]?: NotHere<'use a page of your own, and clerk.navigate() to it'>
} & { readonly billing?: NotHere<'use the billing components of Clerk'> }
