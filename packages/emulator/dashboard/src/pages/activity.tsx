import { Attempts } from '../parts/attempts.tsx'
import { Clients } from '../parts/clients.tsx'
import { Inbox } from '../parts/inbox.tsx'
import { Requests } from '../parts/requests.tsx'
import { Sessions } from '../parts/sessions.tsx'

/** What happens now: the requests on top, and what they lead to. */
export const ActivityPage = () => (
  <>
    <Requests />
    <div class="halves">
      <div>
        <Inbox />
        <Attempts />
      </div>
      <div>
        <Sessions />
        <Clients />
      </div>
    </div>
  </>
)
