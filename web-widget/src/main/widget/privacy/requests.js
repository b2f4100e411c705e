/** The visitor's own requests: how far each is, until when it must be answered, and what was answered. */
import { el } from '../dom.js';
import { button, para } from './parts.js';

export async function ownRequests(guide) {
  const { texts } = guide;
  const { requests } = await guide.read('/requests');
  return {
    title: texts.menu.requests,
    parts: requests.length ? requests.map((request) => card(guide, request, true)) : [para(texts.noRequests)],
  };
}

/** @param {boolean=} actions whether it can be taken back here */
export function card(guide, request, actions) {
  const { texts, words } = guide;
  const { kind, state, outcome, refusal, extension, answer } = request;
  const open = !request.closedAt;
  return el(
    'article',
    { class: 'card' },
    el('div', { class: 'line' }, el('h3', { dir: 'auto', text: texts.kinds[kind] || kind }), el('span', { class: `badge ${badge(request)}`, text: (outcome && texts.outcomes[outcome]) || texts.states[state] || state })),
    para(words.fill(texts.receivedOn, { day: words.date(request.receivedOn) }), 'quiet'),
    open ? para(deadline(guide, request), request.overdue ? 'late' : '') : null,
    outcome === 'PARTLY' ? para(texts.partly) : null,
    extension && open ? para(`${words.fill(texts.extended, { day: words.date(extension.until) })} ${extension.text || ''}`) : null,
    ...(refusal ? [refusal.text, refusal.explanation, refusal.remedy].filter(Boolean).map((text) => para(text)) : []),
    answer ? el('blockquote', { dir: 'auto' }, el('p', { class: 'quiet', text: words.fill(texts.answerOf, {}) }), el('p', { class: 'answer', dir: 'auto', text: answer })) : null,
    actions && open && ['IDENTITY', 'OPEN'].includes(state) ? takeBack(guide, request) : null,
  );
}

function badge({ state, outcome, overdue }) {
  if (overdue || state === 'REFUSED') return 'bad';
  return state === 'DONE' && outcome !== 'PARTLY' ? 'good' : '';
}

function deadline({ texts, words }, { paused, daysLeft, dueOn }) {
  if (paused) return texts.paused;
  const by = words.fill(texts.answerBy, { day: words.date(dueOn) });
  if (daysLeft === null || daysLeft === undefined) return by;
  if (daysLeft < 0) return `${by} ${words.counted(texts.overdue, -daysLeft)}`;
  return `${by} ${daysLeft ? words.counted(texts.daysLeft, daysLeft) : texts.today}`;
}

function takeBack(guide, { id, kind }) {
  const { texts } = guide;
  const trigger = button(texts.takeBack, () =>
    guide.act(trigger, async (onward) => {
      try {
        await guide.call(`/requests/${id}`, {}, 'DELETE');
      } catch (error) {
        // Somebody was faster: the page shows how it stands.
        if (error.code !== 'request-closed') throw error;
      }
      guide.announce(texts.takenBack);
      onward(ownRequests);
    }));
  trigger.setAttribute('aria-label', `${texts.takeBack}: ${texts.kinds[kind] || kind}`);
  return el('div', { class: 'buttons' }, trigger);
}
