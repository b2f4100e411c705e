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
 * @param {{token: (string|undefined), only: (string|undefined)}} options
 */
export function files(guide, path, { token, only }) {
  const { texts, language } = guide;
  const report = (format) => deliver(guide, texts.formats[format], `${path}/report?format=${format}&language=${language}`, `report.${format}`, token, format === 'pdf' ? 'main' : '');
  return [
    only === 'PORTABILITY'
      ? null
      : section(texts.report, para(texts.reportText), el('div', { class: 'formats' }, ...FORMATS.map(report))),
    only === 'ACCESS'
      ? null
      : section(texts.export, para(texts.exportText), el('div', { class: 'formats' }, deliver(guide, texts.formats.zip, `${path}/export`, 'export.zip', token, ''))),
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
