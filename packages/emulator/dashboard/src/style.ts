import { style as shared } from '@clientele/views'

/** The look of the page; that of what the devtools show too is theirs. */
export const style = `${shared}
:root { color-scheme: light dark; --page: light-dark(#f4f5f7, #101217); }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, "Liberation Sans", sans-serif; }
header { position: sticky; top: 0; z-index: 2; background: var(--bg);
  border-bottom: 1px solid var(--line); padding: 10px max(16px, calc(50vw - 640px)) 0;
  display: flex; flex-wrap: wrap; gap: 0 16px; align-items: baseline; }
h1 { margin: 0; font-size: 1.15rem; }
h2 { margin: 0 0 8px; font-size: 1rem; overflow-wrap: anywhere; }
h2 small { font-weight: 400; font-size: .8125rem; }
p { margin: 4px 0; }
header p { margin: 0; font-size: .8125rem; }
nav { width: 100%; display: flex; gap: 4px; overflow-x: auto; margin-top: 6px;
  scrollbar-width: none; }
nav a { padding: 6px 10px; color: var(--text); text-decoration: none; white-space: nowrap;
  border-bottom: 2px solid transparent; font-size: .9375rem; }
nav a:hover { color: var(--accent); }
nav a[aria-current] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
nav a:focus-visible { outline-offset: -2px; }
main, .trouble { max-width: 1312px; margin: 0 auto; padding: 16px; }
main { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); padding-bottom: 48px; }
.trouble:empty { display: none; }
.trouble { color: var(--bad); }
.halves { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.halves > div { display: grid; gap: 16px; align-content: start; min-width: 0;
  grid-template-columns: minmax(0, 1fr); }
.part { background: var(--bg); border: 1px solid var(--line); border-radius: 12px;
  padding: 14px 16px; min-width: 0; }
button, input, select, textarea { font-size: .875rem; }
button { min-height: 32px; padding: 4px 12px; background: transparent; border-radius: 8px; }
button[aria-pressed=true] { border-color: var(--accent); color: var(--accent); }
input:not([type=checkbox], [type=radio]), select, textarea { width: 100%; min-height: 34px;
  padding: 4px 10px; border-radius: 8px; }
input[type=checkbox], input[type=radio] { flex: none; width: 16px; height: 16px; margin: 0;
  padding: 0; accent-color: var(--accent); }
textarea, pre, .key { font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
textarea { resize: vertical; }
.primary { background: var(--accent); border-color: var(--accent);
  color: light-dark(#fff, #14121f); font-weight: 600; }
.danger { border-color: currentColor; }
.apart { margin-left: auto; }
.hint, .empty { font-size: .8125rem; }
.tools { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; margin: 0 0 10px; }
.tools > label { flex: 1 1 180px; max-width: 360px; }
form { display: grid; gap: 10px 12px; margin: 10px 0; align-items: end;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr)); }
.broad { grid-column: 1 / -1; }
label { display: grid; gap: 3px; font-size: .8125rem; color: var(--faint); min-width: 0; }
label > * { color: var(--text); }
label.switch { display: flex; gap: 8px; align-items: baseline; color: var(--text);
  font-size: .875rem; padding: 3px 0; }
.switch > input { translate: 0 2px; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
form fieldset { display: grid; gap: 10px 12px;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr)); }
legend { padding: 0 0 4px; }
.settings { display: grid; gap: 20px 24px; margin-bottom: 12px;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr)); }
.settings legend { font-size: .8125rem; font-weight: 600; }
.settings fieldset > label:not(.switch) { margin-bottom: 6px; }
.switches { display: grid; gap: 0 16px;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); }
.list, .facts-of { list-style: none; margin: 0; padding: 0; }
.list > li { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center;
  padding: 9px 0; border-top: 1px solid var(--line); }
.list > li:first-child { border-top: 0; }
.grow { flex: 1 1 220px; min-width: 0; }
.list .grow > * { display: block; }
.list a.grow { text-decoration: none; color: inherit; border-radius: 6px; }
.list a.grow:hover strong { color: var(--accent); text-decoration: underline; }
.list strong { font-weight: 500; }
.list .hint code, .hint time { font-size: .75rem; overflow-wrap: anywhere; }
.hint time, dd time { font-family: inherit; color: inherit; font-size: inherit; }
.facts-of { width: 100%; padding-left: 12px; border-left: 2px solid var(--line); }
.facts-of:empty { display: none; }
.fact { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline;
  font-size: .875rem; }
.fact > .hint { flex: 0 0 96px; }
.cards { margin: 0; gap: 10px; }
.card strong { font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
.card strong:has(a) { font: inherit; font-weight: 600; }
.facts { grid-template-columns: minmax(90px, max-content) minmax(0, 1fr); gap: 6px 16px;
  font-size: .875rem; margin-top: 8px; align-items: baseline; }
.code { font: 700 1.35rem/1.2 ui-monospace, "DejaVu Sans Mono", monospace; letter-spacing: .1em;
  user-select: all; }
.big { font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.key { white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
pre { margin: 6px 0 0; padding: 10px 12px; border-radius: 8px; background: var(--page);
  white-space: pre-wrap; overflow-wrap: anywhere; }
.timeline { max-height: 342px; border: 1px solid var(--line); border-radius: 8px; }
dd button, li button { min-height: 28px; padding: 2px 10px; font-size: .8125rem; }
.columns { display: grid; gap: 0 32px;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 360px), 1fr)); }
.columns > li, .columns > li:first-child { align-items: start; border-top: 1px solid var(--line); }
.part > form:last-child { margin-bottom: 0; }
.list + button, .cards + button { margin-top: 10px; }
.event .badge { min-width: 48px; }
.event.bad .text { color: var(--bad); }
.detail { margin-top: 10px; padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px;
  font-size: .875rem; }
summary { font-size: .875rem; }
@media (forced-colors: active) {
  nav a { border-color: Canvas; }
}
@media (min-width: 900px) {
  .halves { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media (max-width: 500px) {
  main { padding: 12px; gap: 12px; }
  .part { padding: 12px; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: 8px; }
}
`
