/**
 * What Clerk's packages have and this store has not: a value of this type does not exist, and who
 * uses it reads in the compiler's message what there is in its place.
 */
export interface NotHere<Instead extends string> {
  /** In words. */
  readonly notHere: Instead
}

/** By name, what there is in place of prebuilt UI, of billing, and of what belongs to a server. */
export interface NotHereByName {
  readonly SignIn: NotHere<'use a form of your own over useSignIn()'>
  readonly SignUp: NotHere<'use a form of your own over useSignUp()'>
  readonly UserButton: NotHere<'use markup of your own over useUser() and SignOutButton'>
  readonly UserAvatar: NotHere<'use an image of user.imageUrl'>
  readonly UserProfile: NotHere<'use a page of your own over the methods of useUser().user'>
  readonly OrganizationSwitcher: NotHere<'use a list of your own over useOrganizationList()'>
  readonly OrganizationList: NotHere<'use a list of your own over useOrganizationList()'>
  readonly OrganizationProfile: NotHere<'use your server, with the Backend API of Clerk'>
  readonly CreateOrganization: NotHere<'use a form of your own over clerk.createOrganization()'>
  readonly InviteMembersButton: NotHere<'use your server, with the Backend API of Clerk'>
  readonly PricingTable: NotHere<'use the billing components of Clerk'>
  readonly APIKeys: NotHere<'use the API keys of your server, by the Backend API of Clerk'>
  readonly Waitlist: NotHere<'use the waitlist component of Clerk'>
  readonly GoogleOneTap: NotHere<'use a button that calls signIn.authenticateWithRedirect()'>
  readonly OAuthConsent: NotHere<'use the consent page of Clerk'>
  readonly OAuthDeviceVerification: NotHere<'use the verification page of Clerk'>
  readonly TaskChooseOrganization: NotHere<'use a page of your own in taskUrls, with setActive()'>
  readonly TaskResetPassword: NotHere<'use a page of your own, over user.updatePassword()'>
  readonly TaskSetupMFA: NotHere<'use a page of your own in taskUrls, over user.createTOTP()'>
  readonly RedirectToUserProfile: NotHere<'use navigate() to a page of your own'>
  readonly RedirectToOrganizationProfile: NotHere<'use navigate() to a page of your own'>
  readonly RedirectToCreateOrganization: NotHere<'use navigate() to a page of your own'>
  readonly SignInWithMetamaskButton: NotHere<'use a button over authenticateWithMetamask()'>
  readonly useAPIKeys: NotHere<'use the API keys of your server, by the Backend API of Clerk'>
  readonly useWaitlist: NotHere<'use the waitlist component of Clerk'>
  readonly useOAuthConsent: NotHere<'use the consent page of Clerk'>
  readonly getToken: NotHere<'use getToken() of useAuth(): there is no global Clerk'>
  readonly updateClerkOptions: NotHere<'use options of clerkPlugin: appearance is yours'>
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
