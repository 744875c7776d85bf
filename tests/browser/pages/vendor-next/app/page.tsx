import { OrganizationSwitcher, UserButton } from '@clerk/nextjs'
import { auth, currentUser } from '@clerk/nextjs/server'

/** Says who the server believes is here, and in which organization. */
const Page = async () => {
  const { userId, orgSlug } = await auth()
  const user = userId ? await currentUser() : null
  return (
    <>
      <output id="who">{userId ? user?.primaryEmailAddress?.emailAddress : 'signed out'}</output>
      <output id="organization">{orgSlug ?? 'none'}</output>
      <OrganizationSwitcher />
      <UserButton />
    </>
  )
}

export default Page
