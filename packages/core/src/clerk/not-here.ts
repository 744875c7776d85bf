/**
 * What Clerk's packages have and this store has not: a value of this type does not exist, and who
 * uses it reads in the compiler's message what there is in its place.
 */
export interface NotInClientele<Instead extends string> {
  readonly notInClientele: Instead
}

/** By name, what there is in place of prebuilt UI, of billing, and of what belongs to a server. */
export interface NotHere {
  readonly SignIn: NotInClientele<'use a form of your own over useSignIn()'>
  readonly SignUp: NotInClientele<'use a form of your own over useSignUp()'>
  readonly UserButton: NotInClientele<'use markup of your own over useUser() and SignOutButton'>
  readonly UserAvatar: NotInClientele<'use an image of user.imageUrl'>
  readonly UserProfile: NotInClientele<'use a page of your own over the methods of useUser().user'>
  readonly OrganizationSwitcher: NotInClientele<'use a list of your own over useOrganizationList() and setActive()'>
  readonly OrganizationList: NotInClientele<'use a list of your own over useOrganizationList()'>
  readonly OrganizationProfile: NotInClientele<'use your server, which administers members by the Backend API'>
  readonly CreateOrganization: NotInClientele<'use a form of your own over createOrganization() of useOrganizationList()'>
  readonly InviteMembersButton: NotInClientele<'use your server, which administers members by the Backend API'>
  readonly PricingTable: NotInClientele<'use the billing components of Clerk'>
  readonly APIKeys: NotInClientele<'use the API keys of your server, by the Backend API of Clerk'>
  readonly Waitlist: NotInClientele<'use the waitlist component of Clerk'>
  readonly GoogleOneTap: NotInClientele<'use a button that calls signIn.authenticateWithRedirect()'>
  readonly OAuthConsent: NotInClientele<'use the consent page of Clerk'>
  readonly OAuthDeviceVerification: NotInClientele<'use the verification page of Clerk'>
  readonly TaskChooseOrganization: NotInClientele<'use a page of your own in taskUrls, over useOrganizationList()'>
  readonly TaskResetPassword: NotInClientele<'use a page of your own in taskUrls, over user.updatePassword()'>
  readonly TaskSetupMFA: NotInClientele<'use a page of your own in taskUrls, over user.createTOTP()'>
  readonly RedirectToUserProfile: NotInClientele<'use navigate() to a page of your own'>
  readonly RedirectToOrganizationProfile: NotInClientele<'use navigate() to a page of your own'>
  readonly RedirectToCreateOrganization: NotInClientele<'use navigate() to a page of your own'>
  readonly SignInWithMetamaskButton: NotInClientele<'use a button that calls signIn.authenticateWithMetamask()'>
  readonly useAPIKeys: NotInClientele<'use the API keys of your server, by the Backend API of Clerk'>
  readonly useWaitlist: NotInClientele<'use the waitlist component of Clerk'>
  readonly useOAuthConsent: NotInClientele<'use the consent page of Clerk'>
  readonly getToken: NotInClientele<'use getToken() of useAuth(): there is no global Clerk'>
  readonly updateClerkOptions: NotInClientele<'use options of clerkPlugin: there is no appearance to change'>
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
    | `mount${Mounted}`]?: NotInClientele<'use a page of your own, and clerk.navigate() to it'>
} & { readonly billing?: NotInClientele<'use the billing components of Clerk'> }
