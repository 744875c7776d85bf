import { showAttempts } from './client/attempts.ts'
import { showClock } from './client/clock.ts'
import { showFaults } from './client/faults.ts'
import { showKeys } from './client/keys.ts'
import { createKit } from './client/kit.ts'
import { showMail } from './client/mail.ts'
import { showPeople } from './client/people.ts'
import { showRequests } from './client/requests.ts'
import { showSettings } from './client/settings.ts'
import { showWebhooks } from './client/webhooks.ts'

// The clock comes first: ages are by it.
const parts = [
  showClock,
  showMail,
  showAttempts,
  showPeople,
  showFaults,
  showSettings,
  showWebhooks,
  showRequests,
  showKeys,
]

/** The part of the dashboard that runs in the browser, as text. */
export const script = `{
const kit = (${createKit})()
${parts.map(part => `;(${part})(kit)`).join('\n')}
kit.start()
}`
