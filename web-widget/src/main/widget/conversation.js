/** What happens in a conversation: one question at a time, none lost, each answered at most once. */
import { newId } from './api.js';
import { el } from './dom.js';
import { spoken } from './markdown.js';
import { filled } from './texts/panel.js';

const STOPPING = 3000;
const GONE = 'subject-gone';

/** @param {!Object} context */
export function createConversation(context) {
  const { api, session, look, texts, messages, log, language, answering, note, announce, moved, opening } = context;
  let turn = null;
  let begun = false;
  let chips = null;

  function show(element) {
    log.append(element);
    moved();
  }

  function offer(questions, label) {
    if (chips) chips.remove();
    chips = null;
    if (!questions || !questions.length) return;
    const buttons = questions.map((text) => el('li', {}, el('button', { type: 'button', dir: 'auto', text, onclick: () => say(text) })));
    chips = el('ul', { class: 'chips', 'aria-label': label }, ...buttons);
    show(chips);
  }

  function welcome() {
    log.replaceChildren(...opening());
    offer(look.suggestions, texts.suggestions);
    moved(null);
  }

  /** Somebody was erased: what they see here goes too, and they are told why. */
  function clear(reason, ...rest) {
    chips = null;
    log.replaceChildren(...opening(), el('p', { class: 'notes', dir: 'auto', text: reason }), ...rest);
    announce(reason);
    moved(null);
  }

  /** The visitor asks. */
  function say(text) {
    if (turn) return;
    offer(null);
    const bubble = messages.mine(text);
    show(bubble.element);
    ask({ id: newId(), text, language, page: location.href, again: false }, bubble);
  }

  /** Why a message did not get through, in words the visitor can act on. */
  function reasonOf(error) {
    if (navigator.onLine === false) return texts.offline;
    if (error.status === 429) return filled(texts.busy, { n: error.wait || 60 });
    if (error.status === 403) return texts.refused;
    return error.status ? texts.unavailable : texts.notSent;
  }

  async function ask(message, bubble) {
    const reply = messages.theirs();
    const mine = { abort: new AbortController(), question: message.text, answer: null, reply, stopped: false, over: false };
    turn = mine;
    answering(true);
    bubble.fine();
    log.append(reply.element);
    moved(bubble.element);
    note(texts.writing);
    const on = {
      turn(told) {
        mine.answer = told.answer;
        reply.begin();
        note(texts.writing);
        if (mine.stopped) halt(mine);
      },
      citations: (found) => reply.cites(found),
      delta(piece) {
        reply.add(piece.text);
        note('');
        requestAnimationFrame(() => moved());
      },
      waiting: () => note(texts.reconnecting),
      done: (answer) => finish(mine, answer),
      problem: (problem) => fail(mine, message, bubble, problem),
    };
    try {
      await api.converse(message, on, mine.abort.signal);
    } catch (error) {
      fail(mine, message, bubble, error);
    }
  }

  function over(mine) {
    mine.over = true;
    if (turn !== mine) return;
    turn = null;
    answering(false);
    note('');
  }

  function finish(mine, answer) {
    if (mine.over) return;
    if (answer.problem === GONE) return forget();
    over(mine);
    mine.reply.end(answer, mine.answer, () => repeat(mine));
    announce(`${texts.ai}: ${spoken(mine.reply.text)}`);
    offer(answer.followUps, texts.followUps);
    moved();
  }

  function fail(mine, message, bubble, error) {
    if (mine.over) return;
    over(mine);
    if (error.status === 410) return outlived(message, bubble);
    const said = mine.reply.text;
    const reason = mine.answer && error.status !== 429 ? texts.noAnswer : reasonOf(error);
    if (said) mine.reply.end({ state: mine.stopped ? 'STOPPED' : 'INTERRUPTED', text: said }, null, () => again());
    else mine.reply.remove();
    if (!said || !mine.stopped) announce(reason);
    if (said) return moved();
    const problem = bubble.failed(mine.stopped ? texts.stopped : reason, mine.answer ? texts.again : texts.sendAgain, () => again());
    if (error.wait) hold(problem.querySelector('button'), error.wait);
    moved();

    function again() {
      if (turn) return;
      if (said) return say(message.text);
      message.again = true;
      ask(message, bubble);
    }
  }

  /** The person was erased elsewhere. What was just typed is kept; only they decide whether to begin anew with it. */
  function outlived(message, bubble) {
    forget();
    log.append(bubble.element);
    bubble.failed(texts.notSent, texts.sendAgain, () => !turn && ask({ ...message, id: newId() }, bubble));
    moved();
  }

  function hold(button, seconds) {
    button.disabled = true;
    setTimeout(() => (button.disabled = false), seconds * 1000);
  }

  /** Asks once more what got only part of an answer. */
  function repeat(mine) {
    if (!turn) say(mine.question);
  }

  function halt(mine) {
    api.stop(mine.answer).catch(() => {});
    setTimeout(() => !mine.over && mine.abort.abort(), STOPPING);
  }

  function stop() {
    if (!turn) return;
    turn.stopped = true;
    if (turn.answer) halt(turn);
    else turn.abort.abort();
  }

  function quit() {
    if (!turn) return;
    if (turn.answer) api.stop(turn.answer).catch(() => {});
    turn.abort.abort();
    over(turn);
  }

  function restart() {
    quit();
    session.leaveConversation();
    welcome();
  }

  /** Nothing of an erased person stays in this browser. */
  function forget() {
    quit();
    session.forget();
    clear(texts.erased);
  }

  async function restore() {
    log.setAttribute('aria-busy', 'true');
    try {
      const known = await api.conversation();
      known.messages.forEach(replay);
      moved(null);
    } catch (error) {
      if (error.status === 410) return forget();
      if (error.status === 401) session.forget();
      else if (error.status === 404) session.leaveConversation();
      else show(messages.trouble(texts.noHistory, texts.again, retry));
      if (error.status && error.status < 500) offer(look.suggestions, texts.suggestions);
    } finally {
      log.removeAttribute('aria-busy');
    }

    function retry(event) {
      event.target.parentNode.remove();
      restore();
    }
  }

  function replay(message, index, all) {
    const at = new Date(message.at);
    if (message.author !== 'VISITOR') {
      const reply = messages.theirs(message.author, at);
      const asked = all[index - 1];
      show(reply.element);
      reply.end(message, message.id, () => asked && say(asked.text));
      return;
    }
    const bubble = messages.mine(message.text, at);
    show(bubble.element);
    const next = all[index + 1];
    if (next && next.author !== 'VISITOR') return;
    const unanswered = { id: message.id, text: message.text, language, page: location.href, again: true };
    bubble.failed(texts.noAnswer, texts.again, () => !turn && ask(unanswered, bubble));
  }

  return {
    say,
    stop,
    restart,
    forget,
    get isEmpty() {
      return !log.querySelector('.mine');
    },
    begin() {
      if (begun) return;
      begun = true;
      log.replaceChildren(...opening());
      if (session.conversation) restore();
      else offer(look.suggestions, texts.suggestions);
    },
  };
}
