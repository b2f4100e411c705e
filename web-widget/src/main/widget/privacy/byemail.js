/** For somebody without their old browser: a code sent to their e-mail address proves who asks. */
import { el } from '../dom.js';
import { button, choice, field, form, para, submit } from './parts.js';
import { files } from './download.js';
import { held, receipts } from './receipt.js';
import { card } from './requests.js';

const KINDS = ['ACCESS', 'PORTABILITY', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'WITHDRAWAL', 'HUMAN_REVIEW'];
const EXPLAINED = ['RECTIFICATION', 'OBJECTION', 'WITHDRAWAL', 'HUMAN_REVIEW'];

export function byEmail(guide) {
  const { texts } = guide;
  const email = field({ label: texts.email, type: 'email', inputmode: 'email', maxlength: '254', autocomplete: 'email' });
  const detail = field({ label: texts.detail, lines: 3, maxlength: '4000' });
  const kind = choice(texts.whatWanted, KINDS.map((value) => ({ value, text: texts.wants[value] })), show);
  function show() {
    detail.element.hidden = !EXPLAINED.includes(kind.value);
  }
  async function send(trigger) {
    if (!kind.value) return kind.wrong(texts.choose);
    if (!/^\S+@\S+$/.test(email.value)) return email.wrong(texts.wrong.email);
    const body = { email: email.value, kind: kind.value, detail: (EXPLAINED.includes(kind.value) && detail.value) || null, language: guide.language };
    await guide.act(trigger, async () => {
      try {
        guide.go(enterCode, { body, sent: await mailed(guide, body) });
      } catch (error) {
        if (error.code !== 'email-invalid') throw error;
        email.wrong(texts.wrong.email);
      }
    });
  }
  show();
  return {
    title: texts.menu.email[0],
    parts: [
      para(texts.emailText),
      form(send, kind.element, detail.element, email.element, el('div', { class: 'buttons' }, submit(texts.sendCode))),
    ],
  };
}

const mailed = async (guide, body) => (await guide.call('/code', { body, token: null }, 'POST')).json();

function enterCode(guide, { body, sent }) {
  const { texts, words } = guide;
  const grave = body.kind === 'ERASURE';
  const code = field({ label: texts.code, hint: words.fill(texts.codeUntil, { time: words.time(sent.expiresAt) }), inputmode: 'numeric', maxlength: '12', autocomplete: 'one-time-code', class: 'digits' });
  async function send(trigger) {
    const digits = code.value.replace(/\D/g, '');
    if (digits.length !== 8) return code.wrong(texts.wrong.code);
    await guide.act(trigger, async () => {
      try {
        const answer = await (await guide.call('/code', { body: { request: sent.request, code: digits }, token: null }, 'POST')).json();
        guide.go(proved, { answer }, true);
      } catch (error) {
        if (error.code !== 'code-wrong' && error.code !== 'code-expired') throw error;
        code.wrong(texts.refusals[error.code]);
      }
    });
  }
  const again = button(texts.newCode, () => guide.act(again, async (onward) => onward(enterCode, { body, sent: await mailed(guide, body) })));
  return {
    title: texts.codeTitle,
    say: texts.codeTitle,
    parts: [
      para(words.fill(texts.codeText, { email: body.email })),
      grave ? para(texts.codeErases, 'warn') : null,
      form(send, code.element, el('div', { class: 'buttons' }, submit(grave ? texts.eraseYes : texts.confirm, grave ? 'grave' : 'main'), again)),
    ],
  };
}

function proved(guide, { answer }) {
  const { texts } = guide;
  const { request, proof, erased, portions } = answer;
  const nothing = request.outcome === 'NOTHING_HELD';
  const result = nothing ? texts.nothingThere : !erased.length ? texts.proved : held(erased) ? texts.erasedThereButKept : texts.erasedThere;
  if (erased.length) keep(guide, erased);
  const copies = !nothing && ['ACCESS', 'PORTABILITY'].includes(request.kind);
  return {
    title: texts.kinds[request.kind],
    say: result,
    parts: [
      para(result, 'big'),
      erased.length ? para(portions > 1 ? texts.erasingMore : texts.mailedToo, 'quiet') : null,
      erased.length ? receipts(guide, erased) : nothing || copies ? null : card(guide, request),
      ...(copies ? files(guide, `/requests/${request.id}`, { token: proof, only: request.kind, portions }) : []),
      copies ? para(texts.proofShort, 'quiet') : null,
      el('div', { class: 'buttons' }, button(texts.done, guide.home)),
    ],
  };
}

/** Receipts are shown again while this page is open; this browser may itself belong to the erased person, the next call will tell. */
function keep(guide, erased) {
  const known = guide.erased.map(({ certificate }) => certificate);
  guide.erased.push(...erased.filter(({ certificate }) => !known.includes(certificate)));
}
