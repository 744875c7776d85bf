/** The look of the dashboard: that of the emulated providers' page, with room for lists. */
export const style = `
:root { color-scheme: light dark; --ink: #17181c; --dim: #5d6270; --line: #d9dce3; --page: #f4f5f7; --card: #fff; --hover: #eef1f8; --accent: #2f5bd7; --on-accent: #fff; --bad: #b3261e; --good: #166a3d }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef3; --dim: #a0a6b5; --line: #353a46; --page: #111318; --card: #1a1d24; --hover: #262b37; --accent: #8aa6ff; --on-accent: #10131b; --bad: #ff9d94; --good: #7bdca4 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Liberation Sans", sans-serif }
main { max-width: 1240px; margin: 0 auto; padding: 1.25rem 1rem 3rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline }
h1 { margin: 0; font-size: 1.35rem }
h2 { margin: 0 0 .6rem; font-size: 1rem; display: flex; gap: .6rem; align-items: baseline }
h2 small, .dim { color: var(--dim); font-weight: 400; font-size: .8125rem }
p { margin: 0 }
.note { width: 100%; padding: .5rem .75rem; border-radius: 9px; background: var(--hover); font-size: .875rem; overflow-wrap: anywhere }
.note code { user-select: all }
.bad { color: var(--bad) }
section { min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.1rem }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; max-height: 26rem; overflow: auto }
li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere }
li:first-child { border-top: 0 }
li > .grow { flex: 1 1 12rem; min-width: 0 }
.code { font: 700 1.5rem/1.2 ui-monospace, "DejaVu Sans Mono", monospace; letter-spacing: .12em; user-select: all }
code, pre { font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace }
pre { margin: .25rem 0 0; white-space: pre-wrap; width: 100%; color: var(--dim) }
button, input { font: inherit; font-size: .875rem; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 8px; padding: .3rem .7rem }
button { cursor: pointer }
button:hover { background: var(--hover) }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
input { color: var(--ink) }
.row { margin-top: .5rem }
details { margin-top: .4rem }
li details { margin-top: 0 }
form, .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: .6rem }
label { display: grid; gap: .15rem; font-size: .8125rem; color: var(--dim) }
label.switch { display: flex; gap: .4rem; align-items: center; color: var(--ink) }
.settings { display: grid; gap: .35rem 1rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)) }
@media (min-width: 900px) { main { grid-template-columns: repeat(2, minmax(0, 1fr)) } header, .wide { grid-column: 1 / -1 } }
`
