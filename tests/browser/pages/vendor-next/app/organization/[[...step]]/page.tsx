import { OrganizationProfile } from '@clerk/nextjs'

const Page = () => <OrganizationProfile />

export default Page
