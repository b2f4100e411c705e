/** Erasing everything: one page that says what happens, one button that does it. */
import { el } from '../dom.js';
import { newId } from '../api.js';
import { download } from './download.js';
import { button, list, para } from './parts.js';
import { receiptPage } from './receipt.js';

const PATIENCE = 60000;

export function erase(guide) {
  const { texts, words } = guide;
  const id = newId();
  const trigger = button(texts.eraseYes, () =>
    guide.act(trigger, async () => {
      // Whether its answer arrives or not: from here on the person may be gone without a receipt.
      guide.lost = true;
      const body = { id, language: guide.language };
      const response = await guide.call('/erasure', { body, signal: AbortSignal.timeout(PATIENCE) }, 'POST');
      finish(guide, (await response.json()).erased);
    }), 'grave');
  return {
    title: texts.menu.erase[0],
    parts: [
      para(words.fill(texts.eraseText, {}), 'big'),
      list(texts.eraseEffects.map((text) => words.fill(text, {}))),
      el('div', { class: 'buttons' }, trigger, button(texts.eraseNo, guide.back)),
      el('p', { class: 'quiet' }, button(texts.copyFirst, () => guide.go(download), 'inline')),
    ],
  };
}

/** Keeps the receipts, clears the browser, shows the receipts. */
export function finish(guide, erased) {
  guide.erased.push(...erased);
  guide.lost = false;
  guide.forgotten();
  guide.go(receiptPage, null, true);
}
