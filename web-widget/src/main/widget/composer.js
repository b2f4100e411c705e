/** The box a message is written in. What was typed stays until it is sent. */
import { el, icon } from './dom.js';
import { filled } from './texts/panel.js';

const LONGEST = 4000;
const NEARLY = 300;
const TALLEST = 132;

/**
 * @param {{texts: !Object, onSend: function(string), onStop: function()}} context
 */
export function createComposer({ texts, onSend, onStop }) {
  const box = el('textarea', {
    rows: '1',
    'aria-label': texts.message,
    placeholder: texts.placeholder,
    maxlength: LONGEST,
    autocomplete: 'off',
    enterkeyhint: 'send',
    dir: 'auto',
  });
  const arrow = icon('M12 19V5', 'M5.5 11.5 12 5l6.5 6.5');
  const square = icon('M7 7h10v10H7z');
  square.firstChild.setAttribute('class', 'square');
  const button = el('button', { type: 'submit', class: 'send' }, arrow);
  const left = el('span', { hidden: true });
  const form = el('form', { novalidate: true }, box, button);
  let answering = false;

  function fit() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, TALLEST)}px`;
    const rest = LONGEST - box.value.length;
    left.hidden = rest > NEARLY;
    left.textContent = filled(texts.left, { n: rest });
    show();
  }

  function show() {
    const label = answering ? texts.stop : texts.send;
    button.replaceChildren(answering ? square : arrow);
    button.setAttribute('aria-label', label);
    button.title = label;
    button.disabled = !answering && !box.value.trim();
  }

  function send() {
    const text = box.value.trim();
    if (!text || answering) return;
    box.value = '';
    fit();
    onSend(text);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (answering) onStop();
    else send();
  });
  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  show();

  return {
    form,
    left,
    focus: () => box.focus(),
    set answering(now) {
      answering = now;
      show();
    },
  };
}
