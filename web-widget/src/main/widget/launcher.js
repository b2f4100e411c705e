/**
 * The part of the widget every page loads: a button, in the site's colour. Whatever it takes to chat comes when somebody
 * opens it. Nothing is stored in the browser and nobody but the site's own Lethe is asked.
 */
import { palette } from './colour.js';
import { el, icon, style } from './dom.js';
import { chooseLanguage, textsFor } from './language.js';
import { launcherCss } from './launcher.css.js';
import { launcherTexts } from './texts/launcher.js';

/* global importModule: the build wraps this file in a function that is given import() under this name */

const RETRIES = [5000, 30000, 120000];
const script = document.currentScript;

function begin() {
  const site = script.dataset.site;
  if (!site) {
    console.warn('Lethe: the script tag needs data-site="…", the key from the dashboard.');
    return;
  }
  const base = new URL('..', script.src).href.replace(/\/$/, '');
  const host = el('lethe-widget');
  const frame = el('div', { class: 'lethe' });
  const root = host.attachShadow({ mode: 'open' });
  style(root, launcherCss);
  root.append(frame);
  const darkPage = matchMedia('(prefers-color-scheme: dark)');

  let look = null;
  let panel = null;
  let loading = null;
  let texts = launcherTexts.en;

  const notice = el('p', { class: 'notice', role: 'alert', hidden: true });
  const button = el(
    'button',
    { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-haspopup': 'dialog', hidden: true },
    icon('M12 3.5c5 0 8.5 3.3 8.5 7.6 0 4.4-3.6 7.7-8.5 7.7-1 0-2-.1-2.9-.4L4.6 20.5l1-3.8c-1.3-1.4-2.1-3.3-2.1-5.6C3.5 6.8 7 3.5 12 3.5Z', 'M8.2 11.9c1.3-1.3 2.5-1.3 3.8 0s2.5 1.3 3.8 0'),
    icon('M6 9l6 6 6-6'),
  );

  function paint() {
    const scheme = (look && look.scheme) || 'auto';
    const dark = scheme === 'dark' || (scheme === 'auto' && darkPage.matches);
    frame.dataset.scheme = dark ? 'dark' : 'light';
    frame.dataset.side = (look && look.side) || 'right';
    frame.dir = getComputedStyle(document.documentElement).direction;
    for (const [name, value] of Object.entries(palette(look && look.accent, dark))) {
      frame.style.setProperty(name, value);
    }
  }

  function name(open) {
    button.setAttribute('aria-label', open ? texts.close : texts.open);
    button.setAttribute('aria-expanded', String(open));
  }

  async function learn() {
    const response = await fetch(`${base}/visitor/sites/${encodeURIComponent(site)}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) throw Object.assign(new Error(`status ${response.status}`), { status: response.status });
    look = await response.json();
    const language = chooseLanguage(look.languages || [], script.dataset.lang);
    texts = textsFor(launcherTexts, language);
    frame.lang = textsFor(launcherTexts, language) === launcherTexts.en ? 'en' : language;
    look.language = language;
    paint();
    name(false);
    button.hidden = script.dataset.launcher === 'none';
  }

  /** A door that does not open is not shown; it appears as soon as the server answers. */
  async function keepLearning() {
    for (let attempt = 0; ; attempt++) {
      try {
        await learn();
        return;
      } catch (error) {
        const final = error.status >= 400 && error.status < 500 && error.status !== 429;
        console.warn(
          final
            ? `Lethe: no chat here (${error.message}): is data-site right?`
            : `Lethe: ${base} does not answer, or does not allow ${location.origin} (dashboard: the site's origins).`,
        );
        if (final || attempt >= RETRIES.length) return;
        await new Promise((resolve) => setTimeout(resolve, RETRIES[attempt]));
      }
    }
  }

  function load() {
    loading =
      loading ||
      importModule(`${base}/widget/panel.js?v=PANEL_VERSION`).then(
        () => window[Symbol.for('lethe.panel')],
        (error) => {
          loading = null;
          throw error;
        },
      );
    return loading;
  }

  async function open(quietly, privacy) {
    notice.hidden = true;
    button.setAttribute('aria-busy', 'true');
    try {
      if (!look) await learn();
      const start = await load();
      panel = panel || start({ base, site, frame, root, look, button, onToggle: name });
      if (privacy) panel.privacy();
      else panel.open(quietly === true);
    } catch (error) {
      console.warn(`Lethe: the chat could not be loaded: ${error.message}`);
      notice.textContent = texts.failed;
      notice.hidden = false;
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  function close() {
    if (panel) panel.close();
  }

  button.addEventListener('click', () => (button.getAttribute('aria-expanded') === 'true' ? close() : open()));
  for (const sign of ['pointerenter', 'focus']) {
    button.addEventListener(sign, () => load().catch(() => {}), { once: true });
  }
  darkPage.addEventListener('change', paint);
  frame.append(notice, button);
  paint();
  name(false);
  document.body.append(host);
  window.lethe = { open: () => open(), close, privacy: () => open(true, true) };
  keepLearning().then(() => {
    const wanted = script.dataset.open;
    if (look && wanted !== undefined && wanted !== 'false') open(true);
  });
}

if (script && !window.lethe) {
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
}
