/** What is held: what, how long, who receives it, who is answerable, and which rights there are. */
import { el } from '../dom.js';
import { download } from './download.js';
import { button, list, outside, pairs, para, section } from './parts.js';

export async function details(guide) {
  const { texts, words } = guide;
  const { controller, known, held, periods, rights, recipients } = guide.overview || (await guide.read(''));
  const counts = held.filter(({ count }) => count);
  return {
    title: texts.detailsTitle,
    parts: [
      section(texts.heldNow, counts.length ? list(counts.map(words.entity)) : para(known ? texts.nothing : texts.nothingYet), para(texts.inBrowser, 'quiet')),
      periods.length ? section(texts.howLong, pairs(together(guide, periods))) : null,
      section(texts.whoReceives, ...receivers(guide, recipients, known)),
      section(texts.whoDecides, para(words.fill(texts.controller, { site: controller.name })), ways(guide, controller)),
      section(texts.yourRights, list(rights.map((right) => texts.rights[right])), para(words.fill(texts.inTime, { site: controller.name }), 'quiet'), para(texts.complain, 'quiet')),
    ],
  };
}

/** Each period once, with everything that is kept as long. */
function together({ texts, words }, periods) {
  const stores = {};
  for (const period of periods) {
    const said = words.period(period);
    stores[said] = [...(stores[said] || []), words.named(texts.stores, period.store)];
  }
  return Object.entries(stores).map(([said, names]) => [said, words.all(names)]);
}

function receivers(guide, recipients, known) {
  const { texts, words } = guide;
  return [
    recipients.length
      ? pairs(recipients.map(({ name, category, country }) => [name, [texts.recipients[category], country && words.country(country)].filter(Boolean).join(', ')]))
      : para(texts.nobody),
    recipients.length ? para(known ? texts.inReport : texts.inReportLater, 'quiet') : null,
    known ? el('div', { class: 'buttons' }, button(texts.getReport, () => guide.go(download))) : null,
  ];
}

function ways({ texts }, { privacyUrl, contactUrl }) {
  const links = [privacyUrl && outside(privacyUrl, texts.notice, texts), contactUrl && outside(contactUrl, texts.contactUs, texts)].filter(Boolean);
  return links.length ? el('ul', { class: 'points' }, ...links.map((link) => el('li', {}, link))) : null;
}
