import type { ClienteleStore } from '../clientele-store.ts'
import type { SignOut, SignOutCallback, SignOutOptions } from './clerk.ts'
import type { Navigation, NavigationOptions } from './navigation.ts'

/** What signing out needs of the object that it belongs to. */
interface SignOutContext {
  readonly clientele: ClienteleStore
  readonly navigation: Navigation
  readonly options: () => NavigationOptions
}

/** The page after signing out, of one session while `others` are left or of the last one. */
export const pageAfterSignOut = (
  { afterSignOutUrl, afterMultiSessionSingleSignOutUrl }: NavigationOptions,
  others = false,
): string => (others ? afterMultiSessionSingleSignOutUrl : undefined) ?? afterSignOutUrl ?? '/'

/** Signs out, then leaves for a page, as Clerk's `signOut` does. */
export const createSignOut = ({ clientele, navigation, options }: SignOutContext): SignOut => {
  const after = (sessionId: string | undefined): string => {
    const remain = sessionId !== undefined && !!clientele.client?.signedInSessions.length
    return pageAfterSignOut(options(), remain)
  }
  return async (
    first?: SignOutCallback | SignOutOptions,
    second: SignOutOptions = {},
  ): Promise<void> => {
    const callback = typeof first === 'function' ? first : undefined
    const { sessionId, redirectUrl } = typeof first === 'object' ? first : second
    const left = clientele.session?.id
    await clientele.signOut({ sessionId })
    // Ending a session in the background leads nowhere.
    if (sessionId !== undefined && left !== undefined && sessionId !== left) return
    if (callback) await callback()
    else if (globalThis.location || options().routerPush)
      await navigation.navigate(redirectUrl ?? after(sessionId))
  }
}
