/** Shows messages: what the visitor said and what was answered. */
import { el, icon, safeLink } from './dom.js';
import { render, settled } from './markdown.js';
import { filled } from './texts/panel.js';

const UP = 'M7 10v10H4V10h3Zm0 0 4-7c1.5 0 2.6 1.2 2.3 2.7L12.7 9H18a2 2 0 0 1 2 2.4l-1.3 6.9A2 2 0 0 1 16.7 20H7';
const DOWN = 'M17 14V4h3v10h-3Zm0 0-4 7c-1.5 0-2.6-1.2-2.3-2.7l.6-3.3H6a2 2 0 0 1-2-2.4l1.3-6.9A2 2 0 0 1 7.3 4H17';
const CONTACT = /^(https?|mailto|tel):$/;

let serial = 0;

/**
 * @param {!Object} context texts, language, and what a click does
 */
export function createMessages({ texts, language, look, api }) {
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });

  function time(at) {
    return el('time', { datetime: at.toISOString(), text: clock.format(at) });
  }

  function trouble(text, action, onclick) {
    const button = action ? el('button', { type: 'button', class: 'plain', text: action, onclick }) : null;
    return el('div', { class: 'trouble' }, el('span', { text }), button);
  }

  /** What the visitor said. */
  function mine(text, at = new Date()) {
    const body = el('div', { class: 'text', dir: 'auto', text });
    const about = el('div', { class: 'about' }, time(at));
    const element = el('article', { class: 'message mine' }, el('span', { class: 'sr', text: `${texts.you}: ` }), body, about);
    let note = null;
    return {
      element,
      failed(reason, action, onclick) {
        this.fine();
        element.classList.add('failed');
        note = trouble(reason, action, onclick);
        element.append(note);
        return note;
      },
      fine() {
        element.classList.remove('failed');
        if (note) note.remove();
        note = null;
      },
    };
  }

  function sourceList(citations, name) {
    if (!citations.length) return null;
    const items = citations.map((citation) => {
      const id = `${name}-${citation.number}`;
      const href = safeLink(citation.location);
      const title = citation.title || citation.location || '';
      const heading = href
        ? el('a', { href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto', text: title }, el('span', { class: 'sr', text: ` (${texts.newTab})` }))
        : el('span', { dir: 'auto', text: title });
      const snippet = el('p', { class: 'snippet', id, dir: 'auto', hidden: true, text: citation.snippet || '' });
      const button = el('button', {
        type: 'button',
        class: 'cite',
        'aria-expanded': 'false',
        'aria-controls': id,
        'aria-label': filled(texts.source, { n: citation.number, title }),
        text: citation.number,
        onclick: () => toggle(button, snippet, snippet.hidden),
      });
      return el('li', { 'data-number': citation.number }, el('div', { class: 'line' }, button, heading), snippet);
    });
    return el('section', { class: 'sources' }, el('h3', { text: texts.sources }), el('ul', {}, ...items));
  }

  function toggle(button, snippet, open) {
    snippet.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  }

  function rating(answer, verdict) {
    const make = (helpful, label, path) =>
      el('button', { type: 'button', 'aria-label': label, title: label, 'aria-pressed': String(verdict === helpful), onclick: () => choose(helpful) }, icon(path));
    const buttons = [make(true, texts.helpful, UP), make(false, texts.notHelpful, DOWN)];
    const press = (helpful) => buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(helpful === (index === 0))));
    async function choose(helpful) {
      const before = verdict;
      press((verdict = helpful));
      try {
        await api.rate(answer, helpful);
      } catch (refused) {
        press((verdict = before));
      }
    }
    return el('span', { class: 'rate' }, ...buttons);
  }

  /** What was answered, while it comes into being and after. */
  function theirs(author = 'ASSISTANT', at = new Date()) {
    const name = `lethe-${++serial}`;
    const machine = author === 'ASSISTANT';
    const who = machine ? texts.ai : texts.human;
    const typing = el('div', { class: 'typing' }, el('i'), el('i'), el('i'));
    const body = el('div', { class: 'text', dir: 'auto' }, typing);
    const extras = el('div', {});
    const element = el(
      'article',
      { class: 'message theirs', 'data-ai-generated': machine ? 'true' : null },
      el('span', { class: 'sr', text: `${who}: ` }),
      body,
      extras,
    );
    let text = '';
    let citations = [];
    let painting = 0;
    let ended = false;

    function cite(number) {
      const citation = citations.find((known) => known.number === number);
      if (!citation) return null;
      return el('button', {
        type: 'button',
        class: 'cite',
        'aria-label': filled(texts.source, { n: number, title: citation.title || '' }),
        text: number,
        onclick: () => reveal(number),
      });
    }

    function reveal(number) {
      const item = extras.querySelector(`[data-number="${number}"]`);
      if (!item) return;
      const button = item.querySelector('.cite');
      toggle(button, item.querySelector('.snippet'), true);
      button.focus();
      item.scrollIntoView({ block: 'nearest' });
    }

    function paint() {
      cancelAnimationFrame(painting);
      painting = 0;
      if (text) body.replaceChildren(render(ended ? text : settled(text), cite));
    }

    return {
      element,
      get text() {
        return text;
      },
      begin() {
        text = '';
        citations = [];
        body.replaceChildren(typing);
        extras.replaceChildren();
      },
      cites(found) {
        citations = found;
      },
      add(piece) {
        text += piece;
        painting = painting || requestAnimationFrame(paint);
      },
      /** @param {!Object} done the answer's last event, or a stored message */
      end(done, answer, onAgain) {
        if (typeof done.text === 'string') text = done.text;
        citations = done.citations || [];
        ended = true;
        paint();
        if (!text) body.replaceChildren();
        const about = el('div', { class: 'about' });
        if (machine) about.append(texts.generated, ' · ');
        about.append(time(at));
        if (done.state === 'STOPPED') about.append(` · ${texts.stopped}`);
        if (machine && answer && text) about.append(rating(answer, done.helpful));
        extras.replaceChildren(...[sourceList(citations, name), about].filter(Boolean));
        const contact = safeLink(look.contactUrl, CONTACT);
        if (contact && (done.abstained || done.phase === 'REQUESTING_CONTACT')) {
          extras.append(el('a', { class: 'call', href: contact, target: '_blank', rel: 'noopener noreferrer', text: texts.contact }));
        }
        if (done.state === 'INTERRUPTED') extras.append(trouble(texts.interrupted, texts.again, onAgain));
      },
      remove() {
        cancelAnimationFrame(painting);
        element.remove();
      },
    };
  }

  return { mine, theirs, trouble };
}
