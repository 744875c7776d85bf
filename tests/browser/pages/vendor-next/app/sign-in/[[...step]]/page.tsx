import { SignIn } from '@clerk/nextjs'

const Page = () => <SignIn />

export default Page
