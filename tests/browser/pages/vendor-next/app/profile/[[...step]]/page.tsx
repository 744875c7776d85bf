import { UserProfile } from '@clerk/nextjs'

const Page = () => <UserProfile />

export default Page
