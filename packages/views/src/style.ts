/** What both look alike in; sizes of text and of the page are their own. */
export const style = `
:root, .panel, .opener {
  --bg: light-dark(#ffffff, #16181d);
  --raised: light-dark(#f5f6f8, #1f2229);
  --line: light-dark(#d9dce3, #353a45);
  --text: light-dark(#1c1f26, #e8eaf0);
  --faint: light-dark(#565d6d, #a3abbd);
  --accent: light-dark(#4c3fcf, #a99ff8);
  --bad: light-dark(#b3261e, #ff9a8f);
  --good: light-dark(#176a3a, #7fd6a2);
  --mark: light-dark(#ffe9a8, #5c4a10);
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button, input, select, textarea { font: inherit; color: inherit; }
button { padding: 3px 9px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--bg); cursor: pointer; }
button:hover { border-color: var(--accent); }
button:disabled, button[aria-disabled='true'] { opacity: 0.6; cursor: default; }
button.quiet { border-color: transparent; background: transparent; }
.danger { color: var(--bad); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
input:not([type='checkbox']), select, textarea { padding: 3px 7px; border: 1px solid var(--line);
  border-radius: 6px; background: var(--bg); max-width: 100%; }
code, .number, time, .value { font-family: ui-monospace, monospace; font-size: 12px; }
a { color: var(--accent); }
.row { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin: 4px 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0; }
dt, .hint, .empty, .number, time { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.badge { padding: 0 7px; border-radius: 999px; border: 1px solid var(--line); font-size: 12px;
  color: var(--faint); white-space: nowrap; }
.badge.ready, .badge.active, .badge.good { color: var(--good); border-color: currentColor; }
.badge.failed, .badge.degraded, .badge.revoked, .badge.bad { color: var(--bad);
  border-color: currentColor; }
.problem { color: var(--bad); overflow-wrap: anywhere; }
.why { padding: 2px 8px; overflow-wrap: anywhere; }
p.why { background: var(--raised); border-radius: 6px; }
.cards, .messages { list-style: none; padding: 0; display: grid; gap: 6px; }
.card { padding: 8px; border: 1px solid var(--line); border-radius: 8px; }
.text { overflow-wrap: anywhere; }
summary { cursor: pointer; padding: 1px 2px; border-radius: 4px; overflow-wrap: anywhere; }
.parts { padding-left: 16px; border-left: 1px solid var(--line); margin-left: 4px; }
.leaf { padding: 1px 2px 1px 14px; overflow-wrap: anywhere; }
.name { color: var(--accent); }
mark.name { background: var(--mark); color: inherit; border-radius: 3px; }
.value.string { color: var(--good); }
.value.null, .value.undefined { color: var(--faint); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 2px 8px 2px 0; font-weight: 400;
  overflow-wrap: anywhere; border-bottom: 1px solid var(--line); }
th { color: var(--faint); }
.before { color: var(--bad); } .after { color: var(--good); }
.timeline { flex: 1; min-height: 60px; overflow: auto; position: relative; }
.all { position: relative; min-width: 100%; }
.event { position: absolute; inset: 0 0 auto 0; height: 26px; padding: 0 8px; display: flex;
  gap: 8px; align-items: center; white-space: nowrap; cursor: default; }
.event .number { min-width: 5ch; text-align: right; }
.event .badge { min-width: 80px; text-align: center; }
.event .text { flex: 1; overflow: hidden; text-overflow: ellipsis; }
.event:hover { background: var(--raised); }
.event[aria-selected='true'] { background: var(--raised); box-shadow: inset 3px 0 var(--accent); }
.event.failure .text { color: var(--bad); }
@media (max-width: 480px) {
  .event time, .event .hint { display: none; }
  .event .badge { min-width: 0; }
}
@media (forced-colors: active) {
  [aria-selected='true'], [aria-pressed='true'], [aria-current] { background: Highlight !important;
    color: HighlightText !important; }
  [aria-selected='true'] > * { color: inherit !important; }
}
@media (prefers-reduced-motion: no-preference) {
  mark.name { animation: changed 1s; }
  @keyframes changed { from { background: var(--accent); } }
}
`
