/** All of the panel's style; its shadow root lets nothing in or out. */
export const style = `
:host {
  all: initial;
  color-scheme: light dark;
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
.panel, .opener {
  all: initial; box-sizing: border-box; direction: ltr; position: fixed; z-index: 2147483000;
  color: var(--text); background: var(--bg);
  font: 13px/1.45 system-ui, sans-serif; border: 1px solid var(--line);
}
.opener {
  inset: auto 16px 16px auto; padding: 8px 14px; border-radius: 999px; cursor: pointer;
  font-weight: 600; box-shadow: 0 2px 10px #0003;
}
.panel { display: flex; flex-direction: column; box-shadow: 0 0 24px #0003; }
.panel.bottom { inset: auto 0 0 0; border-width: 1px 0 0; }
.panel.right { inset: 0 0 0 auto; border-width: 0 0 0 1px; }
.resizer { position: absolute; touch-action: none; }
.bottom > .resizer { inset: -4px 0 auto 0; height: 8px; cursor: ns-resize; }
.right > .resizer { inset: 0 auto 0 -4px; width: 8px; cursor: ew-resize; }
header { display: flex; align-items: center; gap: 4px; padding: 4px 8px; flex-wrap: wrap;
  background: var(--raised); border-bottom: 1px solid var(--line); }
.gap { flex: 1; }
.tabs { display: flex; gap: 2px; overflow-x: auto; }
button, input, select, textarea { font: inherit; color: inherit; }
button { padding: 3px 9px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--bg); cursor: pointer; }
button:hover { border-color: var(--accent); }
button:disabled { opacity: 0.6; cursor: default; }
button.quiet, [role='tab'] { border-color: transparent; background: transparent; }
[role='tab'][aria-selected='true'] { background: var(--bg); border-color: var(--line);
  color: var(--accent); font-weight: 600; }
.toggle[aria-pressed='true'] { border-color: var(--accent); color: var(--accent); }
.danger { color: var(--bad); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
input:not([type='checkbox']), select, textarea { padding: 3px 7px; border: 1px solid var(--line);
  border-radius: 6px; background: var(--bg); max-width: 100%; }
.content { flex: 1; min-height: 0; overflow: auto; padding: 12px; }
.content:has(> .fill) { overflow: hidden; padding: 0; }
.fill { display: flex; flex-direction: column; height: 100%; }
h2 { margin: 16px 0 6px; font-size: 13px; }
p { margin: 6px 0; }
ul { margin: 6px 0; padding-left: 18px; }
code, .number, time, .value { font-family: ui-monospace, monospace; font-size: 12px; }
a { color: var(--accent); }
.row, .tools { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin: 4px 0; }
.fill > .tools { padding: 4px 8px 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0; }
dt, .hint, .empty, .number, time { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.badge { padding: 0 7px; border-radius: 999px; border: 1px solid var(--line); font-size: 12px;
  color: var(--faint); white-space: nowrap; }
.badge.ready, .badge.active { color: var(--good); border-color: currentColor; }
.badge.failed, .badge.degraded, .badge.revoked { color: var(--bad); border-color: currentColor; }
.problem { color: var(--bad); overflow-wrap: anywhere; }
.why { padding: 2px 8px; overflow-wrap: anywhere; }
p.why { background: var(--raised); border-radius: 6px; }
.cards, .messages { list-style: none; padding: 0; display: grid; gap: 6px; }
.card { padding: 8px; border: 1px solid var(--line); border-radius: 8px; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
  gap: 4px 20px; }
.messages { max-height: 220px; overflow: auto; }
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
.method form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; padding: 6px 14px; }
.method label { display: grid; gap: 2px; color: var(--faint); }
.method label:has([type='checkbox']) { display: block; }
.method > div { padding: 0 14px; }
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
.detail { border-top: 1px solid var(--line); padding: 6px 8px; max-height: 45%; overflow: auto; }
@media (max-width: 480px) {
  .panel.right { inset: auto 0 0 0; width: auto !important; height: 60%; }
  .event time, .event .hint, .side { display: none; }
  .event .badge { min-width: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  mark.name { animation: changed 1s; }
  @keyframes changed { from { background: var(--accent); } }
}
`
