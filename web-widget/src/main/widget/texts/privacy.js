import { de } from './privacy/de.js';
import { en } from './privacy/en.js';
import { fi } from './privacy/fi.js';

/** What the privacy panel says, by language; each bundle is complete. Other languages see English. */
export const privacyTexts = { en, de, fi };
