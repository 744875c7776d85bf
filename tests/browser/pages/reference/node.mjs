import { Clerk } from '@clientele/core/clerk'

const publishableKey = process.env.CLERK_PUBLISHABLE_KEY

const clerk = new Clerk(publishableKey)
await clerk.load()

process.stdout.write(JSON.stringify(await clerk.client))
