/** Restricting the use of what is held, and lifting that again. */
import { el } from '../dom.js';
import { button, choice, form, list, para, section, submit } from './parts.js';
import { ownRequests } from './requests.js';

const GROUNDS = ['ACCURACY', 'UNLAWFUL', 'CLAIMS', 'OBJECTION'];

export async function restrict(guide) {
  const overview = guide.overview || (await guide.read(''));
  guide.overview = overview;
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

/** When everything that restricts it ends, if that is decided of all of it; else null. */
export function end({ restrictions }) {
  return restrictions.every(({ endsOn }) => endsOn) ? restrictions.map(({ endsOn }) => endsOn).sort().pop() : null;
}

/** Says what is coming, before it comes (Article 18(3)). */
export const ending = ({ texts, words }, overview) => (end(overview) ? para(words.fill(texts.restrictionEnds, { day: words.date(end(overview)) }), 'warn') : null);

function lift(guide) {
  const { texts, overview, words } = guide;
  const own = overview.restrictions.some(({ by }) => by === 'PERSON');
  const others = overview.restrictions.some(({ by }) => by !== 'PERSON');
  const trigger = button(texts.liftYes, () =>
    guide.act(trigger, async () => {
      const left = await guide.call('/restriction', {}, 'DELETE');
      settle(guide, (await left.json()).state === 'ACTIVE' ? texts.liftedNow : texts.liftedOwn);
    }), 'main');
  return {
    title: (own ? texts.menu.lift : texts.menu.held)[0],
    parts: [
      para(texts.restricted),
      section(texts.restrictedWhy, list(overview.restrictions.map((one) => why(guide, one)))),
      ending(guide, overview),
      own ? para(texts.liftText) : null,
      others ? para(words.fill(texts.notYours, {})) : null,
      el('div', { class: 'buttons' }, own ? trigger : null, button(texts.menu.requests, () => guide.go(ownRequests))),
    ],
  };
}

function why({ texts, words }, { ground, by, since }) {
  const reason = by === 'REVIEW' ? texts.reviews[ground] || texts.by.REVIEW : texts.held[ground];
  return words.fill(by === 'REVIEW' ? texts.restrictedReview : texts.restrictedBy, {
    who: words.fill(texts.by[by], {}),
    why: reason,
    day: words.day(since),
  });
}

function settle(guide, said) {
  guide.overview = null;
  guide.announce(said);
  guide.home();
}
