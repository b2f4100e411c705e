/** Chooses the language the widget speaks. */

const primary = (tag) => tag.toLowerCase().split('-')[0];

/**
 * The site's language that suits best: what the tag says, then the page, then the browser.
 * @param {!Array<string>} spoken by the site, the first is its default
 * @param {?string|undefined} wanted by the script tag
 */
export function chooseLanguage(spoken, wanted) {
  const wishes = [wanted, document.documentElement.lang, ...(navigator.languages || [])].filter(Boolean);
  if (!spoken.length) return wishes[0] || 'en';
  for (const wish of wishes) {
    const match =
      spoken.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ||
      spoken.find((tag) => primary(tag) === primary(wish));
    if (match) return match;
  }
  return spoken[0];
}

/**
 * @param {!Object<string, !Object>} bundles
 * @param {string} language
 */
export function textsFor(bundles, language) {
  return bundles[primary(language)] || bundles.en;
}
