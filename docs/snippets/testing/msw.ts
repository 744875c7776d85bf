import { createEmulator } from '@clientele/emulator'

// #region handler
export const emulator = createEmulator()
emulator.users.create({ emailAddress: 'ada@example.com', password: 'correct horse battery' })
const { fetch } = emulator.agent() // one browser profile, with a cookie jar

/** For MSW: `http.all('https://clerk.emulator.test/*', ({ request }) => answer(request))`. */
export const answer = (request: Request): Promise<Response> => fetch(request)
// #endregion handler
