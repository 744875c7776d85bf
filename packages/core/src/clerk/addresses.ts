import { toAbsolute } from '../http/url.ts'
import type { Navigation, NavigationOptions, RedirectOptions } from './navigation.ts'
import { pageAfterSignOut } from './sign-out.ts'

/** What the addresses of the pages depend on, as it is now. */
interface AddressContext {
  readonly navigation: Navigation
  readonly options: () => NavigationOptions
  /** The key of the task that the session has left. */
  readonly task: () => string | undefined
}

const createUrls = ({ navigation, options, task }: AddressContext) => ({
  SignIn: (given?: RedirectOptions) => navigation.buildUrl(navigation.page('signIn'), given),
  SignUp: (given?: RedirectOptions) => navigation.buildUrl(navigation.page('signUp'), given),
  Tasks: (given?: RedirectOptions) => {
    const key = task()
    if (!key) return navigation.after('signIn')
    const page = navigation.taskPage(key) ?? `${navigation.page('signIn')}#/tasks/${key}`
    return navigation.buildUrl(page, given)
  },
  AfterSignIn: () => navigation.after('signIn'),
  AfterSignUp: () => navigation.after('signUp'),
  AfterSignOut: () => toAbsolute(pageAfterSignOut(options())),
  AfterMultiSessionSingleSignOut: () => toAbsolute(pageAfterSignOut(options(), true)),
})

type Urls = ReturnType<typeof createUrls>
type Addresses = { [Name in keyof Urls as `build${Name}Url`]: Urls[Name] } & {
  [Name in keyof Urls as `redirectTo${Name}`]: (
    ...given: Parameters<Urls[Name]>
  ) => Promise<unknown>
}

/** `build…Url` gives the address of each page, and `redirectTo…` goes there. */
export const createAddresses = (context: AddressContext): Addresses => {
  const both = Object.entries(createUrls(context)).map(([name, url]) => ({
    [`build${name}Url`]: url,
    [`redirectTo${name}`]: (given?: RedirectOptions) => context.navigation.navigate(url(given)),
  }))
  return Object.assign({}, ...both) // both for each name above
}
