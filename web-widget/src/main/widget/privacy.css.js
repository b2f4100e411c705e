export const privacyCss = `
.privacy { display: flex; flex-direction: column; flex: 1; min-height: 0; animation: fade .16s ease; }
.privacy .head { gap: 6px; padding: 10px 12px; }
.privacy .head h2 { font-size: 17px; white-space: normal; overflow-wrap: anywhere; }
.page { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 16px 16px max(20px, env(safe-area-inset-bottom)); scrollbar-width: thin; font-size: 15px; line-height: 1.5; }
.page p { margin: 0 0 10px; overflow-wrap: anywhere; }
.page h3 { margin: 0 0 6px; font-size: 15px; font-weight: 650; line-height: 1.35; }
.page section { margin: 0 0 22px; }
.page section > h3 { padding-top: 4px; }
.page .quiet { font-size: 13.5px; line-height: 1.45; color: var(--muted); }
.page .big { font-size: 16.5px; font-weight: 600; line-height: 1.4; }
.page .warn { padding: 11px 14px; border-radius: 14px; background: var(--accent-soft); border-inline-start: 4px solid var(--accent-text); }
.page .fine { margin: 10px 0 0; color: var(--accent-text); font-weight: 600; }
.page .fine:empty, .page .alarm:empty { display: none; }
.page .alarm { margin: 10px 0 12px; padding: 10px 14px; border-radius: 14px; box-shadow: inset 0 0 0 1px var(--danger); color: var(--danger); font-size: 14.5px; }
.points { margin: 0 0 12px; padding-inline-start: 20px; }
.points li { margin: 4px 0; overflow-wrap: anywhere; }
.points li::marker { color: var(--accent-text); }

.summary { margin: 0 0 16px; padding: 14px 16px; border-radius: 18px; background: var(--accent-soft); }
.summary p { margin: 0; }
.panel .summary .quiet { color: var(--ink); }
.summary .sum { margin: 2px 0; font-size: 19px; font-weight: 650; line-height: 1.35; }
.rows { margin: 0 0 20px; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 18px; overflow: hidden; }
.rows li + li { border-top: 1px solid var(--line); }
.row { display: flex; align-items: center; gap: 14px; width: 100%; min-height: 58px; margin: 0; padding: 9px 12px; padding-inline-start: 14px; border: 0; background: none; text-align: start; cursor: pointer; }
.row:hover { background: var(--soft); }
.panel .row:focus-visible { outline-offset: -3px; border-radius: 17px; }
.row > svg { color: var(--accent-text); }
.row .go { width: 16px; height: 16px; color: var(--muted); }
.said { flex: 1; min-width: 0; display: block; }
.name, .more { display: block; overflow-wrap: anywhere; }
.name { font-weight: 600; line-height: 1.35; }
.more { font-size: 13.5px; line-height: 1.4; color: var(--muted); }
.row.grave .name, .row.grave > svg:first-child { color: var(--danger); }
.end { font-size: 13.5px; }
.end p { margin: 0 0 4px; }
.end a { display: inline-block; padding: 4px 0; }

.page dl { margin: 0 0 12px; border: 1px solid var(--line); border-radius: 14px; }
.page dl > div { padding: 8px 14px; }
.page dl > div + div { border-top: 1px solid var(--line); }
.page dt { font-weight: 600; font-size: 14px; }
.page dd { margin: 0; font-size: 14px; color: var(--muted); overflow-wrap: anywhere; }

.buttons, .formats { display: flex; flex-wrap: wrap; gap: 8px; margin: 14px 0 4px; }
.formats { margin: 8px 0 0; }
.deed { flex: 1 1 auto; min-height: 44px; margin: 0; padding: 9px 16px; border: 1px solid var(--line); border-radius: 14px; background: var(--surface); font-weight: 600 !important; cursor: pointer; }
.formats .deed { flex: 0 1 auto; min-width: 96px; }
.deed:hover { border-color: var(--accent-text); background: var(--accent-soft); }
.panel .deed.main { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.panel .deed.grave { border-color: transparent; background: var(--danger); color: var(--surface); }
.deed.main:hover, .deed.grave:hover { text-decoration: underline; text-underline-offset: 3px; }
.deed[aria-busy=true] { opacity: .6; cursor: progress; }
.panel .deed.inline { min-height: 32px; padding: 4px 0; border: 0; background: none; color: var(--accent-text); text-decoration: underline; text-underline-offset: 2px; }

.sheet { display: block; margin: 16px 0 20px; }
.field { margin: 0 0 14px; }
.field > label:not(.option), legend { display: block; margin: 0 0 5px; padding: 0; font-size: 14.5px; font-weight: 600; }
.field .hint { margin: 0 0 5px; font-size: 13.5px; color: var(--muted); }
.field > input, .field textarea { display: block; width: 100%; min-height: 46px; margin: 0; padding: 10px 13px; border: 1px solid var(--muted); border-radius: 14px; background: var(--surface); color: inherit; font: inherit; font-size: 16px; line-height: 24px; appearance: none; }
.field textarea { resize: vertical; }
.panel .field :focus-visible { outline-offset: 1px; }
.field [aria-invalid=true] { border-color: var(--danger); }
.field .wrong { margin: 6px 0 0; font-size: 14px; color: var(--danger); }
.field .digits { font-size: 20px; font-variant-numeric: tabular-nums; letter-spacing: .12em; }
fieldset.field { margin: 0 0 16px; padding: 0; border: 0; min-width: 0; }
.option { display: flex; align-items: flex-start; gap: 11px; min-height: 40px; padding: 8px 4px; cursor: pointer; }
.option input { flex: none; width: 20px; height: 20px; margin: 1px 0 0; accent-color: var(--accent-text); }
.option span { min-width: 0; overflow-wrap: anywhere; }

.card { margin: 0 0 14px; padding: 14px 16px; border: 1px solid var(--line); border-radius: 18px; }
.card p:last-child { margin-bottom: 0; }
.card .line { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 10px; margin: 0 0 4px; }
.card .line h3 { margin: 0; }
.card .late { color: var(--danger); font-weight: 600; }
.badge { padding: 2px 10px; border-radius: 10px; background: var(--soft); font-size: 13px; font-weight: 600; }
.badge.good { background: var(--accent-soft); color: var(--accent-text); }
.badge.bad { box-shadow: inset 0 0 0 1px var(--danger); background: none; color: var(--danger); }
blockquote { margin: 10px 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--accent-text); }
.answer { white-space: pre-wrap; }
.code { display: block; margin: 0 0 16px; padding: 12px 14px; border-radius: 12px; background: var(--soft); font: 650 16px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; letter-spacing: .04em; text-align: center; user-select: all; direction: ltr; }
.code span { display: inline-block; max-width: 22ch; }
.address { direction: ltr; text-align: start; font-size: 14px; }
.privacy[dir=ltr] .flip { transform: none; }
.printed { display: none; }
@media print {
  .printed { display: block; padding: 24px; color: #000; font: 14px/1.5 system-ui, sans-serif; }
  .printed h2 { margin: 0 0 16px; font-size: 18px; white-space: normal; }
  .printed .code { padding: 0; background: none; font: 650 18px/1.6 monospace; text-align: start; }
  .printed .code span { max-width: none; }
  .printed .buttons, .printed .fine, .printed .sr { display: none; }
}
@media (max-width: 639.98px) { .privacy .head { padding-top: max(10px, env(safe-area-inset-top)); } }
@media (forced-colors: active) { .summary, .warn, .deed, .badge { border: 1px solid; } }
`;
