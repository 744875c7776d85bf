import {
  createClientelePlugin,
  Show,
  useAuth,
  useClient,
  useSession,
  useSignIn,
} from '@clientele/vue'
import { createApp, defineComponent, h } from 'vue'
import { clientele } from './core.js'

const Sessions = defineComponent({
  setup() {
    const count = useClient(client => client?.signedInSessions.length)
    const session = useSession()
    const { errors } = useSignIn()
    const { isSignedIn } = useAuth()
    return () => {
      const known: number | undefined = count.value
      const title = session.value?.user?.firstName ?? errors.value.fields.password?.message
      return h(Show, { when: 'signed-in' }, () =>
        h('p', { title }, isSignedIn.value ? known : 'Signed out'),
      )
    }
  },
})

export const app = createApp(Sessions).use(createClientelePlugin({ clientele }))
