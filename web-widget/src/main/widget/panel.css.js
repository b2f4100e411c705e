export const panelCss = `
.panel {
  position: fixed; z-index: 2147483001; bottom: calc(var(--gap) + 74px); inset-inline-end: max(20px, env(safe-area-inset-right));
  display: flex; flex-direction: column; width: 400px; height: min(680px, calc(100dvh - 74px - 2 * var(--gap)));
  overflow: hidden; border: 1px solid var(--line); border-radius: 22px; background: var(--surface); color: var(--ink);
  box-shadow: 0 2px 6px rgb(0 0 0 / .06), 0 24px 64px -16px rgb(0 0 0 / .34);
  animation: rise .22s cubic-bezier(.2, .8, .3, 1); text-align: start;
}
.lethe[data-side=left] .panel { inset-inline: max(20px, env(safe-area-inset-left)) auto; }
.lethe[data-launcher=none] .panel { bottom: var(--gap); height: min(680px, calc(100dvh - 2 * var(--gap))); }
@keyframes rise { from { opacity: 0; transform: translateY(14px) scale(.985); } }
@keyframes fade { from { opacity: 0; } }
.panel button { font: inherit; color: inherit; }
.panel :focus { outline: none; }
.panel :focus-visible { outline: 2px solid var(--accent-text); outline-offset: 2px; }
.panel svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; flex: none; }
[dir=rtl] .flip { transform: scaleX(-1); }

.head { display: flex; align-items: center; gap: 12px; padding: 14px 12px 12px 16px; border-bottom: 1px solid var(--line);
  background: linear-gradient(var(--accent-soft), var(--surface)); }
[dir=rtl] .head { padding: 14px 16px 12px 12px; }
.face { display: grid; place-items: center; width: 40px; height: 40px; border-radius: 14px; background: var(--accent); color: var(--on-accent); flex: none; }
.who { flex: 1; min-width: 0; }
h2 { margin: 0; font-size: 16px; font-weight: 650; line-height: 1.25; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.what { display: inline-flex; align-items: center; gap: 5px; margin: 1px 0 0; font-size: 13px; line-height: 1.4; color: var(--muted); }
.what svg { width: 14px; height: 14px; color: var(--accent-text); }
.tool { display: grid; place-items: center; width: 40px; height: 40px; margin: 0; padding: 0; border: 0; border-radius: 12px; background: none; cursor: pointer; flex: none; color: var(--muted); }
.panel .tool { color: var(--muted); }
.panel .tool:hover { background: var(--soft); color: var(--ink); }

.log { position: relative; flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 18px 16px 10px; scrollbar-width: thin; }
.panel .log:focus-visible { outline-offset: -3px; }
.notes { margin: 0 0 18px; padding: 12px 14px; border-radius: 14px; background: var(--soft); font-size: 13.5px; line-height: 1.45; color: var(--ink); }
.notes p { margin: 0 0 6px; }
.notes p:last-child { margin: 0; }
a { color: var(--accent-text); text-decoration: underline; text-underline-offset: 2px; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }

.message { margin: 0 0 16px; animation: fade .16s ease; }
.sr { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mine { display: flex; flex-direction: column; align-items: flex-end; }
.mine .text { max-width: 85%; padding: 9px 14px; border-radius: 18px 18px 5px 18px; background: var(--accent); color: var(--on-accent); white-space: pre-wrap; overflow-wrap: anywhere; }
[dir=rtl] .mine .text { border-radius: 18px 18px 18px 5px; }
.mine.failed .text { background: var(--soft); color: var(--ink); box-shadow: inset 0 0 0 1px var(--danger); }
.theirs .text { max-width: 100%; overflow-wrap: anywhere; }
.theirs .text p, .theirs .text ul, .theirs .text ol, .theirs .text pre { margin: 0 0 9px; }
.theirs .text > :last-child { margin-bottom: 0; }
.theirs ul, .theirs ol { padding-inline-start: 22px; }
.theirs li { margin: 3px 0; }
code { font: 13.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border-radius: 5px; padding: 1px 4px; }
pre { overflow-x: auto; padding: 10px 12px; border-radius: 12px; background: var(--soft); }
pre code { padding: 0; background: none; }
.about { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; margin-top: 5px; min-height: 28px; font-size: 12.5px; color: var(--muted); }
.mine .about { justify-content: flex-end; min-height: 0; }
.rate { display: inline-flex; margin-inline-start: auto; }
.rate button { display: grid; place-items: center; width: 32px; height: 28px; padding: 0; border: 0; border-radius: 9px; background: none; color: var(--muted); cursor: pointer; }
.rate button svg { width: 16px; height: 16px; }
.rate button:hover { background: var(--soft); color: var(--ink); }
.rate button[aria-pressed=true] { background: var(--accent-soft); color: var(--accent-text); }
.rate button[aria-pressed=true] svg { fill: currentColor; fill-opacity: .25; }

.cite { display: inline-block; min-width: 20px; height: 20px; margin: 0 1px; padding: 0 5px; border: 0; border-radius: 7px; background: var(--accent-soft);
  font-size: 12px !important; font-weight: 650 !important; line-height: 20px; vertical-align: 1px; text-align: center; cursor: pointer; }
.panel .cite { color: var(--accent-text); }
.cite:hover { box-shadow: inset 0 0 0 1px currentColor; }
.sources { margin: 10px 0 0; padding: 0; border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
.sources h3 { margin: 0; padding: 8px 12px 2px; font-size: 12.5px; font-weight: 600; color: var(--muted); }
.theirs .sources ul { margin: 0; padding: 0 0 6px; list-style: none; }
.sources li { margin: 0; padding: 3px 12px; font-size: 14px; line-height: 1.4; }
.sources .line { display: flex; align-items: baseline; gap: 8px; }
.sources .line > :last-child { min-width: 0; overflow-wrap: anywhere; padding: 3px 0; }
.sources .cite { flex: none; min-width: 24px; height: 24px; line-height: 24px; }
.sources .snippet { margin: 4px 0 6px; margin-inline-start: 32px; padding-inline-start: 10px; border-inline-start: 2px solid var(--accent-text); font-size: 13.5px; color: var(--muted); overflow-wrap: anywhere; }

.chips { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 4px; padding: 0; list-style: none; }
.chips button, .plain { min-height: 36px; margin: 0; padding: 7px 13px; border: 1px solid var(--line); border-radius: 14px; background: var(--surface); font-size: 14px !important; line-height: 1.4 !important; text-align: start; cursor: pointer; }
.panel .chips button { color: var(--accent-text); font-weight: 550; }
.chips button:hover, .plain:hover { background: var(--accent-soft); border-color: var(--accent-text); }
.call { display: inline-flex; align-items: center; gap: 8px; min-height: 40px; margin: 12px 0 0; padding: 8px 16px; border-radius: 14px; background: var(--accent); color: var(--on-accent); font-size: 14.5px; font-weight: 600; text-decoration: none; }
.call:hover { text-decoration: underline; }
.trouble { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; margin: 8px 0 0; font-size: 13.5px; color: var(--danger); }
.mine .trouble { justify-content: flex-end; }
.trouble .plain { color: var(--ink); }
.plain:disabled { opacity: .6; cursor: default; }

.typing { display: inline-flex; gap: 5px; align-items: center; height: 26px; }
.typing i { width: 7px; height: 7px; border-radius: 50%; background: var(--accent-text); animation: bob 1.2s ease-in-out infinite; }
.typing i:nth-child(2) { animation-delay: .15s; } .typing i:nth-child(3) { animation-delay: .3s; }
@keyframes bob { 0%, 60%, 100% { opacity: .35; transform: none; } 30% { opacity: 1; transform: translateY(-3px); } }

.down { position: absolute; bottom: 100%; inset-inline: 0; width: 36px; height: 36px; margin: 0 auto 10px; display: grid; place-items: center; padding: 0; border: 1px solid var(--line); border-radius: 50%; background: var(--surface); cursor: pointer; box-shadow: 0 6px 16px -6px rgb(0 0 0 / .3); }
.foot { position: relative; padding: 0 12px max(10px, env(safe-area-inset-bottom)); background: var(--surface); }
.state { margin: 0; padding: 2px 6px 8px; font-size: 13px; color: var(--muted); }
.foot form { display: flex; align-items: flex-end; gap: 6px; padding: 5px; border: 1px solid var(--line); border-radius: 20px; background: var(--surface); box-shadow: 0 1px 3px rgb(0 0 0 / .05); transition: border-color .15s ease, box-shadow .15s ease; }
.foot form:focus-within { border-color: var(--accent-text); box-shadow: 0 0 0 3px var(--accent-soft); }
.foot textarea { flex: 1; min-width: 0; max-height: 132px; margin: 0; padding: 7px 9px; border: 0; background: none; color: inherit; font: inherit; font-size: 16px; line-height: 24px; resize: none; }
.panel .foot textarea:focus-visible { outline: none; }
.foot textarea::placeholder { color: var(--muted); opacity: 1; }
.send { display: grid; place-items: center; width: 38px; height: 38px; margin: 0; padding: 0; border: 0; border-radius: 15px; background: var(--accent); cursor: pointer; flex: none; }
.panel .send { color: var(--on-accent); }
.panel .send:disabled { background: var(--soft); color: var(--muted); cursor: default; }
.send .square { fill: currentColor; stroke: none; }
.small { display: flex; align-items: center; justify-content: space-between; gap: 10px; margin: 4px 0 0; margin-inline-start: 6px; font-size: 12px; line-height: 1.5; color: var(--muted); }
.shield { display: inline-flex; align-items: center; gap: 5px; min-height: 28px; margin: 0; margin-inline-start: auto; padding: 2px 8px; border: 0; border-radius: 9px; background: none; font-size: 12.5px !important; cursor: pointer; }
.panel .shield { color: var(--muted); }
.panel .shield:hover { background: var(--soft); color: var(--ink); }
.panel .shield svg { width: 15px; height: 15px; }
.shield[aria-busy=true] { opacity: .6; }
.ask { padding: 14px; margin-bottom: 8px; border: 1px solid var(--line); border-radius: 18px; background: var(--soft); font-size: 14.5px; }
.ask p { margin: 0 0 10px; }
.ask div { display: flex; justify-content: flex-end; gap: 8px; }
.ask .yes { border-color: transparent; background: var(--accent); font-weight: 600; }
.panel .ask .yes { color: var(--on-accent); }

@media (max-width: 639.98px) {
  .panel, .lethe[data-side=left] .panel, .lethe[data-launcher=none] .panel { inset: 0; width: auto; height: var(--view, 100dvh); border: 0; border-radius: 0; }
  .head { padding-top: max(12px, env(safe-area-inset-top)); }
  .tool { width: 44px; height: 44px; }
  .launcher[aria-expanded=true] { visibility: hidden; }
}
@media (max-height: 420px) and (min-width: 640px) {
  .panel, .lethe[data-side=left] .panel { bottom: 8px; height: calc(100dvh - 16px); }
}
@media (forced-colors: active) {
  .launcher, .send, .call, .face, .mine .text { border: 1px solid; }
  .foot form:focus-within { outline: 2px solid; }
}
`;
