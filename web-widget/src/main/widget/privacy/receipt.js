/** The receipt of an erasure: where the certificate is, and the code that only the erased person has. */
import { el } from '../dom.js';
import { save } from './download.js';
import { button, list, outside, para } from './parts.js';

export function receiptPage(guide) {
  const { texts } = guide;
  return {
    title: texts.erasedTitle,
    say: held(guide.erased) ? texts.erasedButKept : texts.erased,
    parts: [para(held(guide.erased) ? texts.erasedButKept : texts.erased, 'big'), receipts(guide, guide.erased), el('div', { class: 'buttons' }, button(texts.done, guide.home))],
  };
}

/** Whether a law keeps something of what was erased. */
export const held = (erased) => erased.some(({ kept }) => kept && kept.length);

/** @param {!Array<{certificateUrl: string, receiptCode: string, kept: !Array<{law: string, until: string}>}>} erased */
export function receipts(guide, erased) {
  return el('div', {}, ...erased.map((one) => receipt(guide, one)), para(guide.texts.onlyNow, 'warn'));
}

function receipt(guide, { certificateUrl, receiptCode, kept = [] }) {
  const { texts } = guide;
  const laws = keptLines(guide, kept);
  const address = new URL(certificateUrl, guide.base).href;
  const code = el('output', { class: 'code', 'aria-label': texts.receiptCode, tabindex: '0' }, el('span', { text: receiptCode }));
  const status = el('p', { class: 'fine', role: 'status' });
  const element = el(
    'article',
    { class: 'card receipt' },
    el('h3', { text: texts.receiptCode }),
    code,
    el('h3', { text: texts.certificate }),
    el('p', { class: 'address' }, outside(address, address, texts)),
    para(texts.certificateText, 'quiet'),
    ...(laws.length ? [para(texts.keptText), list(laws), para(texts.complain, 'quiet')] : []),
    el(
      'div',
      { class: 'buttons' },
      button(texts.copy, async () => {
        status.textContent = (await copied(code, receiptCode)) ? texts.copied : texts.notCopied;
      }, 'main'),
      button(texts.saveFile, () => save(new Blob([written(guide, address, receiptCode, laws)], { type: 'text/plain' }), `${texts.receiptFile}.txt`)),
      button(texts.print, () => print(guide, el('h2', { text: heading(guide) }), element)),
    ),
    status,
  );
  return element;
}

const keptLines = ({ texts, words }, kept) => kept.map(({ law, until }) => words.fill(texts.keptUntil, { law, day: words.date(until) }));

const heading = ({ texts, words }) => words.fill(texts.receiptFor, { day: words.day(Date.now()) });

function written(guide, url, code, laws) {
  const { texts } = guide;
  return [heading(guide), '', `${texts.receiptCode}: ${code}`, `${texts.certificate}: ${url}`, '', texts.certificateText, texts.onlyNow, ...(laws.length ? ['', texts.keptText, ...laws, texts.complain] : []), ''].join('\r\n');
}

/** The clipboard exists on secure pages only; elsewhere the old way, and at worst the code stands there selected. */
async function copied(place, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (denied) {
    const range = document.createRange();
    range.selectNodeContents(place);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand('copy');
  }
}

/** Prints the receipt alone: for that moment the rest of the page is not part of it. */
function print({ root }, title, receipt) {
  const rules = new CSSStyleSheet();
  rules.replaceSync('@media print { body > :not(lethe-widget) { display: none !important } }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const copy = el('div', { class: 'printed' }, title, ...[...receipt.children].map((part) => part.cloneNode(true)));
  root.append(copy);
  addEventListener(
    'afterprint',
    () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
      copy.remove();
    },
    { once: true },
  );
  window.print();
}
