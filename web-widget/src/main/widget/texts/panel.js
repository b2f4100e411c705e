import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fi } from './fi.js';
import { fr } from './fr.js';
import { sv } from './sv.js';

/** What the panel says, by language; each bundle is complete. */
export const panelTexts = { en, de, fi, es, fr, sv };

/**
 * Fills the gaps of a text.
 * @param {string} text
 * @param {!Object<string, *>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}
