/** A copy to take away: the report to read, the export for programs. */
import { el } from '../dom.js';
import { button, para, section } from './parts.js';

const FORMATS = ['pdf', 'html', 'json'];
const PATIENCE = 120000;

export function download(guide) {
  return { title: guide.texts.menu.download[0], parts: files(guide, '', {}) };
}

/**
 * The buttons that fetch a copy.
 * @param {string} path of the visitor, or of a request proved by e-mail
 * @param {{token: (string|undefined), only: (string|undefined), portions: (number|undefined)}} options
 */
export function files(guide, path, { token, only, portions = 1 }) {
  const { texts, language } = guide;
  // Whoever left an address in very many browsers gets several files.
  const parts = Array.from({ length: portions }, (_, index) => index + 1);
  const each = (make) => parts.map((part) => make(portions > 1 ? ` ${part}/${portions}` : '', portions > 1 ? `part=${part}` : ''));
  const report = (format) => each((suffix, part) => deliver(guide, texts.formats[format] + suffix, `${path}/report?format=${format}&language=${language}&${part}`, `report.${format}`, token, format === 'pdf' ? 'main' : ''));
  return [
    only === 'PORTABILITY'
      ? null
      : section(texts.report, para(texts.reportText), el('div', { class: 'formats' }, ...FORMATS.flatMap(report))),
    only === 'ACCESS'
      ? null
      : section(texts.export, para(texts.exportText), el('div', { class: 'formats' }, ...each((suffix, part) => deliver(guide, texts.formats.zip + suffix, `${path}/export?${part}`, 'export.zip', token, '')))),
    para(texts.carefully, 'quiet'),
  ];
}

function deliver(guide, label, path, fallback, token, kind) {
  const trigger = button(label, () =>
    guide.act(trigger, async () => {
      guide.announce(guide.texts.preparing);
      const response = await guide.call(path, { token, signal: AbortSignal.timeout(PATIENCE) });
      save(await response.blob(), nameOf(response) || fallback);
      guide.announce(guide.texts.saved);
    }), kind);
  return trigger;
}

function nameOf(response) {
  const match = /filename="?([^";]+)"?/i.exec(response.headers.get('Content-Disposition') || '');
  return match && match[1];
}

/** Hands a file to the visitor without leaving the page. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
