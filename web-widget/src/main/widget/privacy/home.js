/** The first page: what is held, in one sentence, and everything that can be done about it. */
import { el } from '../dom.js';
import { ask } from './ask.js';
import { byEmail } from './byemail.js';
import { contact } from './contact.js';
import { details } from './details.js';
import { download } from './download.js';
import { erase } from './erase.js';
import { outside, para, row, rows, section } from './parts.js';
import { receiptPage } from './receipt.js';
import { ownRequests } from './requests.js';
import { ending, restrict } from './restrict.js';

const EYE = ['M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z', 'M12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z'];
const COPY = ['M12 4v10.5', 'M7.5 10.5 12 15l4.5-4.5', 'M4.5 19.5h15'];
const PEN = ['M4.5 19.5l1-4.2L16.4 4.4a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L8.7 18.5l-4.2 1Z', 'M14.5 6.5l3 3'];
const BIN = ['M4.5 7h15', 'M9.5 7V4.5h5V7', 'M6.5 7l.8 12.5h9.4L17.5 7', 'M10 11v5', 'M14 11v5'];
const PAUSE = ['M8.5 5v14', 'M15.5 5v14'];
const PLAY = ['M8 5.5v13l10.5-6.5Z'];
const HAND = ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z', 'M5.8 5.8l12.4 12.4'];
const UNDO = ['M8.5 5 4 9.5 8.5 14', 'M4 9.5h10a5.5 5.5 0 0 1 0 11h-3'];
const PERSON = ['M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z', 'M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6'];
const LIST = ['M9 6h11', 'M9 12h11', 'M9 18h11', 'M4.5 6h.01', 'M4.5 12h.01', 'M4.5 18h.01'];
const MAIL = ['M3.5 6h17v12.5h-17Z', 'M4 6.5l8 6.5 8-6.5'];
const SEAL = ['M12 3l7.5 3v5.5c0 4.6-3.1 8-7.5 9.5-4.4-1.5-7.5-4.9-7.5-9.5V6Z', 'M8.5 12l2.5 2.5 4.5-5'];

/** What most people think of as theirs; the rest is on the next page. */
const MAIN = ['conversation', 'message', 'contact'];

export async function home(guide) {
  const { texts, words, go } = guide;
  const [overview, { requests }] = await Promise.all([guide.read(''), guide.session.token ? guide.read('/requests') : { requests: [] }]);
  guide.overview = overview;
  const can = (kind, line) => (overview.known && overview.rights.includes(kind) ? line() : null);
  const line = (name, paths, make, options, kind) =>
    row({ name, paths, kind, title: texts.menu[name][0], text: words.fill(texts.menu[name][1], {}), onclick: () => go(make, options) });
  const restricted = overview.state === 'RESTRICTED';
  const limits = [
    can('RESTRICTION', () => (restricted ? line(overview.restrictions.some(({ by }) => by === 'PERSON') ? 'lift' : 'held', PLAY, restrict) : line('restrict', PAUSE, restrict))),
    can('OBJECTION', () => line('object', HAND, ask, { kind: 'OBJECTION' })),
    can('WITHDRAWAL', () => line('withdraw', UNDO, ask, { kind: 'WITHDRAWAL' })),
    can('HUMAN_REVIEW', () => line('review', PERSON, ask, { kind: 'HUMAN_REVIEW' })),
  ].filter(Boolean);
  const more = [
    requests.length ? row({ name: 'requests', paths: LIST, title: texts.menu.requests, text: openOnes(guide, requests), onclick: () => go(ownRequests) }) : null,
    guide.erased.length ? line('receipt', SEAL, receiptPage) : null,
    overview.codesByEmail ? line('email', MAIL, byEmail) : null,
  ].filter(Boolean);
  return {
    title: texts.title,
    parts: [
      summary(guide, overview),
      restricted ? para(texts.restricted, 'warn') : null,
      restricted ? ending(guide, overview) : null,
      rows(
        line('details', EYE, details),
        can('ACCESS', () => line('download', COPY, download)),
        can('RECTIFICATION', () => line('correct', PEN, contact)),
        can('ERASURE', () => line('erase', BIN, erase, null, 'grave')),
      ),
      limits.length ? section(texts.limit, rows(...limits)) : null,
      more.length ? section(texts.more, rows(...more)) : null,
      el(
        'div',
        { class: 'end' },
        overview.controller.privacyUrl ? el('p', {}, outside(overview.controller.privacyUrl, texts.notice, texts)) : null,
        overview.controller.contactUrl ? el('p', {}, outside(overview.controller.contactUrl, texts.contactUs, texts)) : null,
      ),
    ],
  };
}

function summary({ texts, words }, { known, held, controller }) {
  const counts = held.filter(({ count }) => count);
  const main = MAIN.map((name) => counts.find(({ entity }) => entity === name)).filter(Boolean);
  const said = (main.length ? main : counts).map(words.entity);
  const some = known && said.length > 0;
  return el(
    'div',
    { class: 'summary' },
    el('p', { class: 'quiet', dir: 'auto', text: words.fill(texts.heldBy, { site: controller.name }) }),
    el('p', { class: 'sum', dir: 'auto', text: some ? words.all(said) : texts.nothing }),
    some ? null : el('p', { class: 'quiet', dir: 'auto', text: known ? texts.nothingLeft : texts.nothingYet }),
  );
}

function openOnes({ texts, words }, requests) {
  const open = requests.filter(({ closedAt }) => !closedAt);
  if (!open.length) return texts.noneOpen;
  const count = words.counted(texts.open, open.length);
  if (open.some(({ overdue }) => overdue)) return words.fill(texts.lateAnswer, { open: count });
  const next = open.map(({ dueOn }) => dueOn).sort()[0];
  return words.fill(texts.nextAnswer, { open: count, day: words.date(next) });
}
