/** Numbers, dates and refusals in the visitor's words. */
import { filled } from '../texts/panel.js';

/**
 * @param {string} language
 * @param {!Object} texts
 * @param {!Object} look
 */
export function wordsIn(language, texts, look) {
  // English is written in many ways; the browser knows the visitor's.
  const locale = (navigator.languages || []).find((tag) => tag.toLowerCase().split('-')[0] === language) || language;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const country = new Intl.DisplayNames(locale, { type: 'region' });
  const sequence = new Intl.ListFormat(language, { type: 'conjunction' });

  /** @param {!Array<string>} forms one, many */
  const counted = (forms, n) => filled(n === 1 ? forms[0] : forms[1], { n: number.format(n) });

  /** A key the server knows and this widget does not is still told. */
  const plain = (key) => key.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase());

  return {
    counted,
    day: (instant) => day.format(new Date(instant)),
    /** A date without a time is the same everywhere. */
    date: (iso) => day.format(new Date(`${iso}T00:00`)),
    time: (instant) => clock.format(new Date(instant)),
    country: (code) => country.of(code),
    all: (parts) => sequence.format(parts),
    fill: (text, values) => filled(text, { site: look.name, ...values }),
    entity: ({ entity, count }) => (texts.entities[entity] ? counted(texts.entities[entity], count) : `${plain(entity)}: ${number.format(count)}`),
    named: (bundle, key) => bundle[key] || plain(key),
    period({ days, anchor }) {
      return days ? filled(texts.anchors[anchor] || '{days}', { days: counted(texts.days, days) }) : texts.neverStored;
    },
    /** Why something did not work, and what to do. */
    reason(error) {
      if (navigator.onLine === false) return texts.offline;
      if (texts.refusals[error.code]) return texts.refusals[error.code];
      if (error.status === 429) return filled(texts.busy, { n: error.wait || 60 });
      return error.status && error.status < 500 ? texts.refused : texts.unavailable;
    },
  };
}
