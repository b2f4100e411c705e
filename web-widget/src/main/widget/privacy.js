/** The privacy panel: what is held about a visitor and everything they may do about it. Loaded when somebody asks for it. */
import { el, icon, style } from './dom.js';
import { textsFor } from './language.js';
import { createGuide } from './privacy/guide.js';
import { home } from './privacy/home.js';
import { wordsIn } from './privacy/words.js';
import { privacyCss } from './privacy.css.js';
import { privacyTexts } from './texts/privacy.js';

/**
 * @param {!Object} context api, base, session, look, root, close(), leave() back to the chat, announce(text), forgotten() once the person is erased
 */
function start(context) {
  const { root, look } = context;
  const texts = textsFor(privacyTexts, look.language);
  const language = Object.keys(privacyTexts).find((name) => privacyTexts[name] === texts);
  style(root, privacyCss);

  const title = el('h2', { id: 'lethe-privacy', tabindex: '-1', dir: 'auto' });
  const body = el('div', { class: 'page' });
  const guide = createGuide({ ...context, texts, language, words: wordsIn(language, texts, look), title, body });
  const back = tool(texts.back, guide.back, 'M15 5l-7 7 7 7');
  back.firstChild.setAttribute('class', 'flip');
  const element = el(
    'div',
    // The words may be in a language that is not the page's, and run the other way.
    { class: 'privacy', lang: language, dir: texts.direction, hidden: true },
    el('div', { class: 'head' }, back, el('div', { class: 'who' }, title), tool(texts.close, context.close, 'M6 6l12 12', 'M18 6 6 18')),
    body,
  );

  function tool(label, onclick, ...paths) {
    return el('button', { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick }, icon(...paths));
  }

  return {
    element,
    open() {
      element.hidden = false;
      guide.begin(home);
    },
    hide() {
      element.hidden = true;
    },
    back: guide.back,
  };
}

window[Symbol.for('lethe.privacy')] = start;
