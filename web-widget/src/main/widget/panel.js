/** The panel: header, conversation, message box. Loaded when somebody opens the chat. */
import { createApi } from './api.js';
import { createConversation } from './conversation.js';
import { createComposer } from './composer.js';
import { el, icon, safeLink, style } from './dom.js';
import { textsFor } from './language.js';
import { createMessages } from './messages.js';
import { panelCss } from './panel.css.js';
import { createSession } from './session.js';
import { filled, panelTexts } from './texts/panel.js';

const SPARK = 'M12 4c.6 4.4 3.6 7.4 8 8-4.4.6-7.4 3.6-8 8-.6-4.4-3.6-7.4-8-8 4.4-.6 7.4-3.6 8-8Z';
const SHIELD = 'M12 3l7.5 3v5.5c0 4.6-3.1 8-7.5 9.5-4.4-1.5-7.5-4.9-7.5-9.5V6Z';
const NARROW = '(max-width: 639.98px)';

/* global importModule: the build wraps this file in a function that is given import() under this name */

function start({ base, site, frame, root, look, button, onToggle }) {
  const texts = textsFor(panelTexts, look.language);
  const session = createSession(site);
  const api = createApi(base, site, session);
  const messages = createMessages({ texts, language: frame.lang || 'en', look, api });
  style(root, panelCss);

  const live = el('div', { class: 'sr', role: 'status', 'aria-live': 'polite' });
  const state = el('p', { class: 'state', hidden: true });
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': texts.conversation, tabindex: '0' });
  const down = el('button', { type: 'button', class: 'down', 'aria-label': texts.latest, title: texts.latest, hidden: true, onclick: () => follow(null) }, icon('M12 5v14', 'M5.5 12.5 12 19l6.5-6.5'));
  const composer = createComposer({ texts, onSend: (text) => conversation.say(text), onStop: () => conversation.stop() });
  const ask = confirmation();
  const shield = el('button', { type: 'button', class: 'shield', onclick: showPrivacy }, icon(SHIELD), texts.yourPrivacy);
  const notice = safeLink(look.privacyUrl);

  const conversation = createConversation({
    api, session, look, texts, messages, log,
    language: look.language,
    answering: (now) => (composer.answering = now),
    note(text) {
      state.textContent = text || '';
      state.hidden = !text;
    },
    announce: (text) => (live.textContent = text),
    moved: follow,
    opening: () => [notes(), greeting()],
  });

  const title = el('h2', { id: 'lethe-title', text: look.assistantName || look.name });
  const chat = [
    el(
      // Not a header element: the page may have a banner already.
      'div', { class: 'head' },
      el('span', { class: 'face' }, icon(SPARK)),
      el('div', { class: 'who' }, title, el('p', { class: 'what' }, texts.ai)),
      tool(texts.restart, () => ask.open(), 'M4.5 12a7.5 7.5 0 1 1 2.3 5.4', 'M4 19v-4.5h4.5'),
      tool(texts.close, close, 'M6 6l12 12', 'M18 6 6 18'),
    ),
    log,
    el('div', { class: 'foot' }, down, state, ask.element, composer.form, smallPrint()),
  ];
  const panel = el(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'lethe-title', hidden: true },
    ...chat,
    live,
  );

  function tool(label, onclick, ...paths) {
    return el('button', { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick }, icon(...paths));
  }

  function link(href, text) {
    return el('a', { href, target: '_blank', rel: 'noopener noreferrer', text }, el('span', { class: 'sr', text: ` (${texts.newTab})` }));
  }

  /** Said before anything can be asked (AI Act, Art. 50(1)); also always in the header and with every answer. */
  function notes() {
    return el('div', { class: 'notes' }, el('p', { dir: 'auto', text: filled(texts.disclosure, { site: look.name }) }), el('p', { dir: 'auto', text: texts.footprint }), notice ? el('p', { dir: 'auto' }, link(notice, texts.privacy)) : null);
  }

  function greeting() {
    return el('article', { class: 'message theirs' }, el('span', { class: 'sr', text: `${texts.ai}: ` }), el('div', { class: 'text', dir: 'auto' }, el('p', { text: look.greeting || texts.greeting })));
  }

  function smallPrint() {
    return el('div', { class: 'small' }, el('span', { text: texts.generated }), composer.left, shield);
  }

  function confirmation() {
    let before = null;
    const no = el('button', { type: 'button', class: 'plain', text: texts.cancel, onclick: () => done(false) });
    const yes = el('button', { type: 'button', class: 'plain yes', text: texts.restartYes, onclick: () => done(true) });
    const element = el('div', { class: 'ask', role: 'alertdialog', 'aria-labelledby': 'lethe-ask', hidden: true }, el('p', { id: 'lethe-ask', text: texts.restartAsk }), el('div', {}, no, yes));
    function done(sure) {
      element.hidden = true;
      if (sure) conversation.restart();
      if (sure || !before) composer.focus();
      else before.focus();
    }
    return {
      element,
      open() {
        if (conversation.isEmpty) return composer.focus();
        before = root.activeElement;
        element.hidden = false;
        no.focus();
      },
      closed: () => !element.hidden && (done(false), true),
    };
  }

  let following = true;
  let question = null;

  /** Follows an answer as it grows, but never past its question: it is read from its beginning. */
  function follow(asked) {
    if (asked !== undefined) {
      following = true;
      question = asked;
    }
    const end = log.scrollHeight - log.clientHeight;
    if (following) log.scrollTop = question ? Math.min(end, question.offsetTop - 14) : end;
    showDown();
  }

  function showDown() {
    down.hidden = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  }

  log.addEventListener('scroll', showDown);
  for (const sign of ['wheel', 'touchmove', 'keydown']) {
    log.addEventListener(sign, () => (following = false), { passive: true });
  }

  let privacy = null;
  let inPrivacy = false;

  /** What few visitors ask for is loaded when they do. */
  async function showPrivacy() {
    shield.setAttribute('aria-busy', 'true');
    try {
      privacy = privacy || (await loadPrivacy());
      swap(true);
      privacy.open();
    } catch (error) {
      console.warn(`Lethe: the privacy panel could not be loaded: ${error.message}`);
      state.textContent = texts.notLoaded;
      state.hidden = false;
      live.textContent = texts.notLoaded;
    } finally {
      shield.removeAttribute('aria-busy');
    }
  }

  async function loadPrivacy() {
    await importModule(`${base}/widget/privacy.js?v=PRIVACY_VERSION`);
    const made = window[Symbol.for('lethe.privacy')]({
      api, base, session, look, root, close,
      leave: hidePrivacy,
      announce: (text) => (live.textContent = text),
      forgotten: () => conversation.forget(),
    });
    live.before(made.element);
    return made;
  }

  function hidePrivacy() {
    privacy.hide();
    swap(false);
    shield.focus();
  }

  /** The panel shows either the chat or the privacy panel, and is named after what it shows. */
  function swap(now) {
    inPrivacy = now;
    for (const part of chat) part.hidden = now;
    panel.setAttribute('aria-labelledby', now ? 'lethe-privacy' : 'lethe-title');
    if (!now) follow();
  }

  let returnTo = null;

  function fitView() {
    // On phones the keyboard covers the page; only the visual viewport knows how much is left.
    if (window.visualViewport) frame.style.setProperty('--view', `${visualViewport.height}px`);
  }

  function open(quietly) {
    if (!panel.hidden) return inPrivacy ? undefined : composer.focus();
    returnTo = button.hidden ? document.activeElement : button;
    panel.hidden = false;
    frame.dataset.launcher = button.hidden ? 'none' : 'shown';
    panel.setAttribute('aria-modal', String(matchMedia(NARROW).matches));
    onToggle(true);
    fitView();
    conversation.begin();
    follow(null);
    if (inPrivacy) privacy.open();
    else if (!quietly) composer.focus();
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    onToggle(false);
    if (returnTo && returnTo.focus) returnTo.focus();
  }

  /** Full screen covers the page, so Tab must not wander off behind it. */
  function keepFocus(event) {
    const stops = [...panel.querySelectorAll('button, a[href], input, textarea, [tabindex="0"]')].filter((stop) => !stop.disabled && stop.getClientRects().length);
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const leaving = event.shiftKey ? root.activeElement === first : root.activeElement === last;
    if (!leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }

  panel.addEventListener('keydown', (event) => {
    // The page's own shortcuts are not meant for what is typed here.
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) {
      if (inPrivacy) privacy.back();
      else if (!ask.closed()) close();
    }
    if (event.key === 'Tab' && matchMedia(NARROW).matches) keepFocus(event);
  });
  if (window.visualViewport) visualViewport.addEventListener('resize', fitView);
  frame.append(panel);
  return {
    open,
    close,
    privacy() {
      open(true);
      if (!inPrivacy) showPrivacy();
    },
  };
}

window[Symbol.for('lethe.panel')] = start;
