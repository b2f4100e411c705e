export const launcherCss = `
:host { all: initial; }
* { box-sizing: border-box; }
.lethe {
  --gap: max(20px, env(safe-area-inset-bottom));
  font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink); color-scheme: light;
  --ink: #14181d; --surface: #fff; --line: #e2e6eb; --muted: #59636e; --soft: #eef1f4; --danger: #b3261e;
}
.lethe[data-scheme=dark] {
  color-scheme: dark;
  --ink: #eceff3; --surface: #171a1f; --line: #363d47; --muted: #a9b3bf; --soft: #21262e; --danger: #ff9a92;
}
.launcher {
  position: fixed; z-index: 2147483000; bottom: var(--gap); inset-inline-end: max(20px, env(safe-area-inset-right));
  display: grid; place-items: center; width: 60px; height: 60px; margin: 0; padding: 0;
  border: 0; border-radius: 30px 30px 30px 30px; background: var(--accent); color: var(--on-accent); cursor: pointer;
  box-shadow: 0 1px 2px rgb(0 0 0 / .16), 0 8px 24px -6px rgb(0 0 0 / .32), inset 0 0 0 1px rgb(255 255 255 / .14);
  transition: transform .18s ease, box-shadow .18s ease; -webkit-tap-highlight-color: transparent;
  animation: arrive .32s cubic-bezier(.2, .9, .3, 1.2);
}
.lethe[data-side=left] .launcher { inset-inline: max(20px, env(safe-area-inset-left)) auto; }
.launcher:hover { transform: translateY(-2px); box-shadow: 0 2px 4px rgb(0 0 0 / .16), 0 14px 30px -8px rgb(0 0 0 / .4); }
.launcher:active { transform: scale(.95); }
.launcher:focus-visible { outline: 3px solid var(--surface); box-shadow: 0 0 0 6px var(--accent-text); }
.launcher svg { grid-area: 1 / 1; width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 1.8;
  stroke-linecap: round; stroke-linejoin: round; transition: transform .2s ease, opacity .2s ease; }
.launcher[aria-expanded=true] svg:first-child, .launcher[aria-expanded=false] svg:last-child { opacity: 0; transform: rotate(45deg) scale(.6); }
.launcher[aria-busy=true] svg { animation: breathe 1s ease-in-out infinite; }
.notice {
  position: fixed; z-index: 2147483000; bottom: calc(var(--gap) + 72px); inset-inline-end: 20px; max-width: min(280px, calc(100vw - 40px));
  margin: 0; padding: 12px 16px; border: 1px solid var(--line); border-radius: 14px; background: var(--surface);
  font-size: 15px; box-shadow: 0 12px 32px -12px rgb(0 0 0 / .35);
}
.lethe[data-side=left] .notice { inset-inline: 20px auto; }
[hidden] { display: none !important; }
@keyframes arrive { from { opacity: 0; transform: scale(.6); } }
@keyframes breathe { 50% { opacity: .45; } }
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}
@media print { .lethe { display: none; } }
`;
