const { VITE_START_URL: start, VITE_DASHBOARD_URL: dashboard } = import.meta.env
const repository = 'https://github.com/clientele-js/clientele/tree/main'

/** What `npm start` runs is linked where it runs. */
const links = {
  'Start page': start,
  Dashboard: dashboard,
  Documentation: `${repository}/docs`,
  Source: start ? `${start}source/playground` : `${repository}/examples/playground/src`,
}

/** What this page is, and what to do first. */
export const Introduction = () => (
  <aside className="card introduction" aria-label="About this page">
    <p>The React example with the devtools open: sign in, and watch what the store does.</p>
    <ol>
      <li>
        Sign in as <code>ada+clerk_test@example.com</code> with <code>correct horse battery</code>,
        or create an account: an address with <code>+clerk_test</code> in it takes the code{' '}
        <code>424242</code>.
      </li>
      <li>Read in the panel, under Timeline, what was asked and what it changed.</li>
      <li>Under Emulator, break the network or move the clock: nobody is signed out by that.</li>
    </ol>
    <nav className="actions" aria-label="More">
      {Object.entries(links).map(
        ([text, href]) =>
          href && (
            <a key={text} href={href}>
              {text}
            </a>
          ),
      )}
    </nav>
  </aside>
)
