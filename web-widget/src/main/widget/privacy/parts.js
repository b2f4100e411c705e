/** What the pages of the privacy panel are built of. */
import { el, icon, safeLink } from '../dom.js';

const CONTACT = /^(https?|mailto|tel):$/;
let serial = 0;

/** A name no other element has. */
export const unique = (word) => `lethe-${word}-${++serial}`;

export const para = (text, kind) => el('p', { class: kind, dir: 'auto', text });

export const list = (texts) => el('ul', { class: 'points' }, ...texts.filter(Boolean).map((text) => el('li', { dir: 'auto', text })));

/** A part of a page with a heading of its own. */
export function section(heading, ...children) {
  const id = unique('part');
  return el('section', { 'aria-labelledby': id }, el('h3', { id, dir: 'auto', text: heading }), ...children);
}

/** @param {string=} kind `main` for what the page is about, `grave` for what cannot be undone */
export const button = (text, onclick, kind = '') => el('button', { type: 'button', class: `deed ${kind}`, text, onclick });

/** A button that sends the form it stands in. */
export const submit = (text, kind = 'main') => el('button', { type: 'submit', class: `deed ${kind}`, text });

/** A line that leads to another page. */
export function row({ name, title, text, paths, kind = '', onclick }) {
  const arrow = icon('M9 5l7 7-7 7');
  arrow.setAttribute('class', 'flip go');
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: `row ${kind}`, 'data-name': name, onclick },
      icon(...paths),
      el('span', { class: 'said' }, el('span', { class: 'name', dir: 'auto', text: title }), text ? el('span', { class: 'more', dir: 'auto', text }) : null),
      arrow,
    ),
  );
}

export const rows = (...lines) => el('ul', { class: 'rows' }, ...lines.filter(Boolean));

/** A link out of the page, or only its text if the address is not one to follow. */
export function outside(href, text, texts) {
  const safe = safeLink(href, CONTACT);
  if (!safe) return el('span', { text });
  return el('a', { href: safe, target: '_blank', rel: 'noopener noreferrer', text }, el('span', { class: 'sr', text: ` (${texts.newTab})` }));
}

/** Pairs of a term and what is said about it. */
export const pairs = (entries) => el('dl', {}, ...entries.map(([term, said]) => el('div', {}, el('dt', { dir: 'auto', text: term }), el('dd', { dir: 'auto', text: said }))));

export const loading = (texts) => el('p', { class: 'quiet', role: 'status', text: texts.loading });

/**
 * A labelled field whose mistakes are said below it.
 * @return {!Object} element, input, value and wrong(text)
 */
export function field({ label, hint, value, lines, ...attributes }) {
  const id = unique('field');
  const input = el(lines ? 'textarea' : 'input', { id, rows: lines, dir: 'auto', 'aria-describedby': `${id}-hint ${id}-wrong`, ...attributes });
  input.value = value || '';
  const mistake = el('p', { class: 'wrong', id: `${id}-wrong`, hidden: true });
  const element = el(
    'div',
    { class: 'field' },
    el('label', { for: id, text: label }),
    hint ? el('p', { class: 'hint', id: `${id}-hint`, text: hint }) : null,
    input,
    mistake,
  );
  function wrong(text) {
    mistake.textContent = text || '';
    mistake.hidden = !text;
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    if (text) input.focus();
  }
  input.addEventListener('input', () => wrong(null));
  return {
    element,
    input,
    wrong,
    get value() {
      return input.value.trim();
    },
  };
}

/**
 * One of several answers; none is given for the visitor.
 * @param {!Array<{value: string, text: string}>} options
 */
export function choice(question, options, onchange = () => {}) {
  const name = unique('choice');
  const mistake = el('p', { class: 'wrong', id: `${name}-wrong`, hidden: true });
  const inputs = options.map(({ value }) => el('input', { type: 'radio', name, value, onchange: () => (wrong(''), onchange()) }));
  const element = el(
    'fieldset',
    { class: 'field', 'aria-describedby': mistake.id },
    el('legend', { text: question }),
    ...options.map(({ text }, index) => el('label', { class: 'option' }, inputs[index], el('span', { dir: 'auto', text }))),
    mistake,
  );
  function wrong(text) {
    mistake.textContent = text;
    mistake.hidden = !text;
    if (text) inputs[0].focus();
  }
  return {
    element,
    wrong,
    get value() {
      const chosen = inputs.find((input) => input.checked);
      return chosen ? chosen.value : null;
    },
  };
}

/** A form that is sent by its button or by Enter. */
export function form(onsend, ...children) {
  return el(
    'form',
    {
      class: 'sheet',
      novalidate: true,
      onsubmit(event) {
        event.preventDefault();
        onsend(event.currentTarget.querySelector('[type=submit]'));
      },
    },
    ...children,
  );
}

/** The place next to a button's row where its failure is said; screen readers hear it at once. */
export function alarm(trigger) {
  const place = trigger.closest('.buttons, .formats') || trigger;
  let note = place.nextElementSibling;
  if (!note || !note.classList.contains('alarm')) {
    note = el('p', { class: 'alarm', role: 'alert', dir: 'auto' });
    place.after(note);
  }
  return (text) => (note.textContent = text);
}
