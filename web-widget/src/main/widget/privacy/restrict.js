/** Restricting the use of what is held, and lifting that again. */
import { el } from '../dom.js';
import { button, choice, form, list, para, submit } from './parts.js';
import { ownRequests } from './requests.js';

const GROUNDS = ['ACCURACY', 'UNLAWFUL', 'CLAIMS', 'OBJECTION'];

export async function restrict(guide) {
  const overview = guide.overview || (await guide.read(''));
  return overview.state === 'RESTRICTED' ? lift(guide) : begin(guide);
}

function begin(guide) {
  const { texts, words } = guide;
  const ground = choice(texts.why, GROUNDS.map((value) => ({ value, text: texts.grounds[value] })));
  const send = (trigger) => {
    if (!ground.value) return ground.wrong(texts.choose);
    return guide.act(trigger, async () => {
      await guide.call('/restriction', { body: { ground: ground.value, language: guide.language } }, 'PUT');
      settle(guide, texts.restrictedNow);
    });
  };
  return {
    title: texts.menu.restrict[0],
    parts: [
      para(texts.restrictText),
      list(texts.restrictEffects.map((text) => words.fill(text, {}))),
      form(send, ground.element, el('div', { class: 'buttons' }, submit(texts.restrictYes))),
    ],
  };
}

function lift(guide) {
  const { texts } = guide;
  const trigger = button(texts.liftYes, () =>
    guide.act(trigger, async () => {
      await guide.call('/restriction', {}, 'DELETE');
      settle(guide, texts.liftedNow);
    }), 'main');
  return {
    title: texts.menu.lift[0],
    parts: [
      para(texts.restricted),
      para(texts.liftText),
      el('div', { class: 'buttons' }, trigger, button(texts.menu.requests, () => guide.go(ownRequests))),
    ],
  };
}

function settle(guide, said) {
  guide.overview = null;
  guide.announce(said);
  guide.home();
}
