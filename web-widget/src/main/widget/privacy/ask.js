/** Asks the company for something only people can decide: an objection, a withdrawal, a human review, a correction. */
import { el } from '../dom.js';
import { newId } from '../api.js';
import { button, field, form, list, para, submit } from './parts.js';
import { card, ownRequests } from './requests.js';

const LONGEST = 4000;

export function ask(guide, { kind }) {
  const { texts, words } = guide;
  const said = texts.ask[kind];
  // The same id however often it is sent: a lost answer makes no second request.
  const id = newId();
  const detail = field({ label: said.label, lines: 4, maxlength: LONGEST });
  async function send(trigger) {
    if (said.needed && !detail.value) return detail.wrong(said.needed);
    await guide.act(trigger, async (onward) => {
      const body = { id, kind, detail: detail.value || null, language: guide.language };
      const response = await guide.call('/requests', { body }, 'POST');
      onward(asked, { request: await response.json() });
    });
  }
  return {
    title: said.title,
    parts: [
      para(words.fill(said.text, {})),
      said.effects ? list(said.effects.map((text) => words.fill(text, {}))) : null,
      form(send, detail.element, el('div', { class: 'buttons' }, submit(texts.sendRequest))),
    ],
  };
}

function asked(guide, { request }) {
  const { texts } = guide;
  return {
    title: texts.askedTitle,
    say: texts.askedTitle,
    parts: [
      card(guide, request),
      el('div', { class: 'buttons' }, button(texts.done, guide.home, 'main'), button(texts.menu.requests, () => guide.go(ownRequests, null, true))),
    ],
  };
}
