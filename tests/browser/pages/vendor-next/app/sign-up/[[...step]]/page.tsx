import { SignUp } from '@clerk/nextjs'

const Page = () => <SignUp />

export default Page
