// #region import
import { ClerkProvider, SignedIn, SignedOut, useUser } from '@clientele/react/clerk' // was: '@clerk/react'

const Greeting = () => {
  const { isLoaded, user } = useUser()
  return isLoaded && user ? <p>Hello {user.firstName}</p> : null
}

export const App = ({ publishableKey }: { publishableKey: string }) => (
  <ClerkProvider publishableKey={publishableKey}>
    <SignedIn>
      <Greeting />
    </SignedIn>
    <SignedOut>
      <a href="/sign-in">Sign in</a>
    </SignedOut>
  </ClerkProvider>
)
// #endregion import
