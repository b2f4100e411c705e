/**
 * Turns an answer's text into elements: paragraphs, lists, code, bold, italic, links, citations. Whatever is not one of
 * these stays text; markup in an answer is never markup in the page.
 */
import { el, safeLink } from './dom.js';

// In this order: code, bold, italic, [text](link), [1], bare link.
const INLINE =
  /`([^`\n]+)`|\*\*(?=\S)([^*]*(?:\*(?!\*)[^*]*)*)\*\*|[*_](?=\S)([^*_\n]+)[*_](?![\w*])|\[([^\]\n]{1,300})\]\(([^()\s]{1,2000})\)|\[(\d{1,3})\](?!\()|(https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]])/;

function link(address, children) {
  const href = safeLink(address);
  if (!href) return el('span', {}, ...children);
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...children);
}

/** A citation keeps the full stop that follows it on its own line. */
const cited = (citation, text) => (citation ? [citation, '\u2060'] : [text]);

/**
 * @param {string} text
 * @param {function(number): ?Node} cite
 * @return {!Array<Node|string>}
 */
function inline(text, cite) {
  const nodes = [];
  let rest = text;
  for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
    const [all, code, bold, italic, label, address, number, bare] = match;
    const before = rest.slice(0, match.index);
    rest = rest.slice(match.index + all.length);
    nodes.push(before);
    if (code !== undefined) nodes.push(el('code', { text: code }));
    else if (bold !== undefined) nodes.push(el('strong', {}, ...inline(bold, cite)));
    else if (italic !== undefined) nodes.push(/\w$/.test(before) ? all : el('em', {}, ...inline(italic, cite)));
    else if (label !== undefined) nodes.push(link(address, inline(label, () => null)));
    else if (bare !== undefined) nodes.push(link(bare, [bare]));
    else nodes.push(...cited(cite(Number(number)), all));
  }
  if (rest) nodes.push(rest);
  return nodes;
}

const FENCE = /^\s*```/;
const BULLET = /^(\s*)[-*•]\s+(.*)$/;
const NUMBERED = /^(\s*)(\d{1,3})[.)]\s+(.*)$/;
const HEADING = /^\s*#{1,6}\s+(.*?)\s*#*$/;

function listAt(lines, from, cite) {
  const numbered = NUMBERED.test(lines[from]);
  const pattern = numbered ? NUMBERED : BULLET;
  const list = el(numbered ? 'ol' : 'ul');
  if (numbered) list.setAttribute('start', pattern.exec(lines[from])[2]);
  let at = from;
  for (; at < lines.length; at++) {
    const item = pattern.exec(lines[at]);
    if (item) list.append(el('li', {}, ...inline(item[item.length - 1], cite)));
    else if (/^\s+\S/.test(lines[at])) list.lastChild.append(' ', ...inline(lines[at].trim(), cite));
    else break;
  }
  return { list, at };
}

function codeAt(lines, from) {
  const end = lines.findIndex((line, index) => index > from && FENCE.test(line));
  const to = end < 0 ? lines.length : end;
  const text = lines.slice(from + 1, to).join('\n');
  return { code: el('pre', { tabindex: '0' }, el('code', { text })), at: to + 1 };
}

/**
 * @param {string} text
 * @param {function(number): ?Node} cite makes the element of a citation, or null if there is no such source
 * @return {!DocumentFragment}
 */
export function render(text, cite) {
  const fragment = document.createDocumentFragment();
  const lines = text.split('\n');
  let paragraph = [];

  function endParagraph() {
    if (!paragraph.length) return;
    const p = el('p');
    paragraph.forEach((line, index) => p.append(...(index ? [el('br')] : []), ...inline(line, cite)));
    fragment.append(p);
    paragraph = [];
  }

  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const heading = HEADING.exec(line);
    if (FENCE.test(line)) {
      endParagraph();
      const block = codeAt(lines, at);
      fragment.append(block.code);
      at = block.at;
    } else if (BULLET.test(line) || NUMBERED.test(line)) {
      endParagraph();
      const block = listAt(lines, at, cite);
      fragment.append(block.list);
      at = block.at;
    } else {
      if (heading || !line.trim()) endParagraph();
      if (heading) fragment.append(el('p', {}, el('strong', {}, ...inline(heading[1], cite))));
      else if (line.trim()) paragraph.push(line);
      at++;
    }
  }
  endParagraph();
  return fragment;
}

/** Text that is still coming: marks that are opened but not yet closed are closed, half of one is left out. */
export function settled(text) {
  const whole = text.replace(/(\*{1,2}|_|`|\[\d*)$/, '');
  const marks = whole.slice(whole.lastIndexOf('\n') + 1).match(/\*\*/g);
  return marks && marks.length % 2 ? `${whole.trimEnd()}**` : whole;
}

/** The text as it is read aloud: without marks and citation numbers. */
export function spoken(text) {
  const words = el('div');
  words.append(render(text, () => document.createTextNode('')));
  return [...words.childNodes].map((node) => node.textContent.trim()).join('\n');
}
