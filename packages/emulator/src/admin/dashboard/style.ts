/** The look of the dashboard: that of the emulated providers' page, with room for lists. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #17181c;
  --dim: #5a5f6d;
  --line: #dcdfe6;
  --page: #f4f5f7;
  --card: #fff;
  --field: #fff;
  --hover: #eef1f8;
  --accent: #2f5bd7;
  --on-accent: #fff;
  --bad: #b3261e;
  --bad-wash: #fbeae9;
  --good: #14633a;
  --good-wash: #e5f4ec;
  --off-wash: #eceef2
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #eceef3;
    --dim: #a3a9b8;
    --line: #333845;
    --page: #101217;
    --card: #191c23;
    --field: #13161c;
    --hover: #262b37;
    --accent: #8aa6ff;
    --on-accent: #10131b;
    --bad: #ffa39a;
    --bad-wash: #3b2020;
    --good: #7bdca4;
    --good-wash: #17301f;
    --off-wash: #272b35
  }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 15px/1.5 system-ui, "Liberation Sans", sans-serif
}
header, main, .trouble { max-width: 1280px; margin: 0 auto; padding: 0 1rem }
header {
  padding-top: 1.25rem;
  padding-bottom: 1rem;
  display: flex;
  flex-wrap: wrap;
  gap: .4rem 1rem;
  align-items: baseline
}
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); padding-bottom: 3rem }
.column { display: grid; gap: 1rem; align-content: start; min-width: 0 }
h1 { margin: 0; font-size: 1.35rem }
h2 { margin: 0 0 .5rem; font-size: 1rem; display: flex; gap: .6rem; align-items: baseline }
h2 small, .dim, .empty { color: var(--dim); font-weight: 400; font-size: .8125rem }
p { margin: 0 }
nav { width: 100%; display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .875rem }
a { color: var(--accent) }
.note {
  width: 100%;
  padding: .45rem .75rem;
  border-radius: 9px;
  background: var(--hover);
  font-size: .875rem;
  overflow-wrap: anywhere
}
.note code { user-select: all }
.note pre { white-space: pre-wrap; user-select: all }
.note summary { cursor: pointer }
.trouble { position: sticky; top: 0; z-index: 1 }
.trouble:not(:empty) {
  padding: .6rem 1rem;
  margin-bottom: 1rem;
  border-radius: 9px;
  background: var(--bad-wash);
  color: var(--bad)
}
.bad { color: var(--bad) }
li > .bad { font-size: .8125rem }
section {
  min-width: 0;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 12px;
  padding: 1rem 1.1rem;
  scroll-margin-top: .5rem
}
ul {
  list-style: none;
  margin: 0;
  padding: 0;
  max-height: 28rem;
  overflow: auto;
  scrollbar-width: thin
}
li {
  display: flex;
  flex-wrap: wrap;
  gap: .3rem .6rem;
  align-items: center;
  padding: .55rem 0;
  border-top: 1px solid var(--line);
  overflow-wrap: anywhere
}
li:first-child { border-top: 0 }
.grow { flex: 1 1 11rem; min-width: 0 }
.title { font-weight: 500 }
.id { display: block; font: .75rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace }
.facts {
  width: 100%;
  display: grid;
  gap: .2rem;
  padding-left: .75rem;
  border-left: 2px solid var(--line)
}
.facts:empty { display: none }
.fact {
  display: grid;
  grid-template-columns: 6rem minmax(0, 1fr) auto;
  gap: .15rem .6rem;
  align-items: baseline;
  font-size: .875rem
}
.badge {
  flex: none;
  padding: .05rem .55rem;
  border-radius: 99px;
  font-size: .8125rem;
  background: var(--off-wash);
  color: var(--dim);
  overflow-wrap: anywhere
}
.badge.good { background: var(--good-wash); color: var(--good) }
.badge.bad { background: var(--bad-wash); color: var(--bad) }
.actions { display: flex; flex-wrap: wrap; gap: .3rem .5rem; align-items: center }
.code {
  font: 700 1.45rem/1.2 ui-monospace, "DejaVu Sans Mono", monospace;
  letter-spacing: .12em;
  user-select: all
}
.big { font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums }
code, pre { font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace }
pre {
  margin: .35rem 0 0;
  padding: .6rem .75rem;
  border-radius: 8px;
  background: var(--page);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  width: 100%;
  color: var(--dim)
}
button, input, select, textarea {
  font: inherit;
  font-size: .875rem;
  color: var(--ink);
  background: var(--field);
  border: 1px solid var(--line);
  border-radius: 8px;
  padding: .3rem .7rem;
  min-width: 0
}
button, select, input:not([type=checkbox], [type=radio]) { min-height: 2.15rem }
input:not([type=checkbox], [type=radio]), select, textarea { width: 100% }
input[type=checkbox], input[type=radio] {
  flex: none;
  width: 1rem;
  height: 1rem;
  margin: 0;
  accent-color: var(--accent)
}
textarea {
  font-family: ui-monospace, "DejaVu Sans Mono", monospace;
  font-size: .8125rem;
  resize: vertical
}
button { cursor: pointer; background: transparent; white-space: nowrap }
button:hover { background: var(--hover) }
button[aria-pressed=true] { background: var(--hover); border-color: var(--accent) }
.primary, .primary:hover {
  background: var(--accent);
  border-color: var(--accent);
  color: var(--on-accent);
  font-weight: 600
}
.primary:hover { filter: brightness(1.06) }
.danger { color: var(--bad); border-color: currentColor }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.row { display: flex; flex-wrap: wrap; gap: .45rem; align-items: center; margin: .6rem 0 0 }
form {
  display: grid;
  gap: .5rem .6rem;
  align-items: end;
  grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
  margin: .5rem 0
}
form button { justify-self: start }
label { display: grid; gap: .15rem; font-size: .8125rem; color: var(--dim); min-width: 0 }
label.switch {
  display: flex;
  gap: .45rem;
  align-items: center;
  color: var(--ink);
  font-size: .875rem;
  padding: .1rem 0
}
.broad { grid-column: 1 / -1 }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 }
form fieldset {
  grid-column: 1 / -1;
  display: grid;
  gap: .5rem .6rem;
  grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr))
}
form legend { padding: 0 0 .2rem }
#settings { display: grid; gap: .9rem; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)) }
#settings legend { padding: 0 0 .25rem; font-size: .8125rem; font-weight: 600 }
#settings fieldset:has(.columns) { grid-column: 1 / -1 }
#settings fieldset > label:not(.switch) { margin-bottom: .35rem }
.columns {
  display: grid;
  gap: .1rem 1rem;
  grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr))
}
.fold { margin-top: .7rem }
.fold > summary { cursor: pointer; font-size: .875rem }
li details { font-size: .8125rem }
li details[open] { width: 100% }
summary { cursor: pointer }
#requests-section .row { justify-content: space-between; margin: 0 0 .4rem }
#requests-section li { padding: .4rem 0 }
@media (min-width: 900px) {
  main {
    grid-template-columns: minmax(0, 11fr) minmax(0, 10fr)
  }
  .wide {
    grid-column: 1 / -1
  }
}
@media (max-width: 500px) {
  section {
    padding: .9rem .85rem
  }
  ul {
    max-height: 70vh
  }
  #sessions .grow, #faults .grow, #attempts .grow {
    flex-basis: 100%
  }
  form, form fieldset {
    grid-template-columns: repeat(2, minmax(0, 1fr))
  }
}
`
