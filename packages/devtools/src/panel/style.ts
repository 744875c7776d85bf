import { style as shared } from '@clientele/views'

/** All of the panel's style; its shadow root lets nothing in or out. */
export const style = `${shared}
:host {
  all: initial;
  color-scheme: light dark;
}
.panel, .opener {
  all: initial; color-scheme: light dark; box-sizing: border-box; direction: ltr;
  position: fixed; z-index: 2147483000;
  color: var(--text); background: var(--bg);
  font: 13px/1.45 system-ui, sans-serif; border: 1px solid var(--line);
}
.opener {
  inset: auto 16px 16px auto; padding: 8px 14px; border-radius: 999px; cursor: pointer;
  font-weight: 600; box-shadow: 0 2px 10px #0003;
}
.panel { display: flex; flex-direction: column; box-shadow: 0 0 24px #0003; }
.panel.bottom { inset: auto 0 0 0; max-height: calc(100% - 40px); border-width: 1px 0 0; }
.panel.right { inset: 0 0 0 auto; max-width: calc(100% - 40px); border-width: 0 0 0 1px; }
.resizer { position: absolute; touch-action: none; }
.bottom > .resizer { inset: -4px 0 auto 0; height: 8px; cursor: ns-resize; }
.right > .resizer { inset: 0 auto 0 -4px; width: 8px; cursor: ew-resize; }
header { display: flex; align-items: center; gap: 4px; padding: 4px 8px;
  background: var(--raised); border-bottom: 1px solid var(--line); }
header > * { flex: none; }
.gap, header > .gap { flex: 1; }
header > .tabs { flex: 0 1 auto; min-width: 0; display: flex; gap: 2px; overflow-x: auto; }
[role='tab'] { padding-inline: 7px; border-color: transparent; background: transparent; }
.side::before { content: ''; display: block; width: 14px; height: 12px; border-radius: 2px;
  border: 1px solid currentColor; }
.side.right::before { border-right-width: 5px; }
.side.bottom::before { border-bottom-width: 5px; }
[role='tab'][aria-selected='true'] { background: var(--bg); border-color: var(--line);
  color: var(--accent); font-weight: 600; }
.toggle[aria-pressed='true'] { border-color: var(--accent); color: var(--accent); }
.content { flex: 1; min-height: 0; overflow: auto; padding: 12px; }
.content:has(> .fill) { overflow: hidden; padding: 0; }
.fill { display: flex; flex-direction: column; height: 100%; }
h2 { margin: 16px 0 6px; font-size: 13px; }
p { margin: 6px 0; }
ul { margin: 6px 0; padding-left: 18px; }
.row, .tools { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin: 4px 0; }
.tools > label { flex: 1 1 160px; display: grid; gap: 2px; color: var(--faint); }
.tools > label > * { color: var(--text); }
.fill > .tools { padding: 4px 8px 0; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
  gap: 4px 20px; }
.messages { max-height: 220px; overflow: auto; }
.messages > .person { display: flex; gap: 6px; align-items: center; }
.person > .text { flex: 1; min-width: 0; }
.method form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; padding: 6px 14px; }
.method label { display: grid; gap: 2px; color: var(--faint); }
.method label:has([type='checkbox']) { display: block; }
.method > div { padding: 0 14px; }
.detail { border-top: 1px solid var(--line); padding: 6px 8px; max-height: 45%; overflow: auto; }
@media (max-width: 480px) {
  .panel.right { inset: auto 0 0 0; width: auto !important; height: 60%; }
  .side { display: none; }
}
`
