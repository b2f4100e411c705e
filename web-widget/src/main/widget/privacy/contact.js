/** Correcting what is held: name, e-mail address, telephone number at once; anything else by asking. */
import { el } from '../dom.js';
import { ask } from './ask.js';
import { button, field, form, para, section, submit } from './parts.js';

export async function contact(guide) {
  const { texts } = guide;
  const held = await guide.read('/contact');
  const fields = {
    name: field({ label: texts.name, value: held.name, maxlength: '200', autocomplete: 'name' }),
    email: field({ label: texts.email, value: held.email, type: 'email', inputmode: 'email', maxlength: '254', autocomplete: 'email' }),
    phone: field({ label: texts.phone, value: held.phone, type: 'tel', maxlength: '40', autocomplete: 'tel' }),
  };

  async function send(trigger) {
    const body = Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value || null]));
    done.hidden = true;
    await guide.act(trigger, async () => {
      try {
        await guide.call('/contact', { body }, 'PUT');
      } catch (error) {
        const [, name] = /^contact-(\w+)-invalid$/.exec(error.code) || [];
        if (!fields[name]) throw error;
        return fields[name].wrong(texts.wrong[name]);
      }
      done.hidden = false;
      guide.announce(texts.corrected);
    });
  }

  const done = el('p', { class: 'fine', hidden: true, text: texts.corrected });
  return {
    title: texts.menu.correct[0],
    parts: [
      para(texts.correctText),
      form(
        send,
        ...Object.values(fields).map(({ element }) => element),
        el('div', { class: 'buttons' }, submit(texts.save)),
        done,
      ),
      section(texts.otherMistake, para(texts.otherMistakeText), el('div', { class: 'buttons' }, button(texts.askCorrection, () => guide.go(ask, { kind: 'RECTIFICATION' })))),
    ],
  };
}
