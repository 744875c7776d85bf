import { Clerk } from '@clientele/core/clerk'

const publishableKey = import.meta.env.VITE_CLERK_PUBLISHABLE_KEY

const clerk = new Clerk(publishableKey)
await clerk.load()

document.querySelector('#client').textContent = JSON.stringify(await clerk.client)
