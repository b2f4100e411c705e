/** Builds elements by DOM calls only: works under the strictest content security policy and with Trusted Types. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Object<string, *>=} attributes `class`, `text` and `on<event>` are understood; null and false leave out
 * @param {...(Node|string|null)} children
 * @return {!HTMLElement}
 */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * An icon drawn with strokes; hidden from assistive technology, the button around it has the name.
 * @param {...string} paths
 */
export function icon(...paths) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/**
 * Adds style rules to a shadow root without a style element, which strict policies refuse.
 * @param {!ShadowRoot} root
 * @param {string} css
 */
export function style(root, css) {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } else {
    root.append(el('style', { text: css }));
  }
}

/**
 * The link's address if it is one that may be followed, else null.
 * @param {?string|undefined} address
 * @param {RegExp=} allowed
 */
export function safeLink(address, allowed = /^https?:$/) {
  try {
    const url = new URL(address || '');
    return allowed.test(url.protocol) ? url.href : null;
  } catch (notAnAddress) {
    return null;
  }
}
