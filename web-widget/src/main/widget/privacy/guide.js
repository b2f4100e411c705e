/**
 * Leads through the pages of the privacy panel: one page at a time, the way back kept, the focus where reading goes on.
 * A page is a function of this guide and its options that gives, perhaps later, {title, parts}.
 */
import { el } from '../dom.js';
import { alarm, button, loading, para } from './parts.js';
import { receipts } from './receipt.js';

/** @param {!Object} context what the pages need besides: texts, words, language, api, session, look */
export function createGuide(context) {
  const { texts, title, body, session, announce } = context;
  let trail = [];
  let turn = 0;

  const guide = {
    ...context,
    /** What was erased since the page was loaded: receipts are kept here and nowhere else. */
    erased: [],
    /** The last overview of what is held, see home.js. */
    overview: null,
    begin(home) {
      if (!trail.length) trail = [{ make: home }];
      // Further in, somebody may have begun to write, or look at their receipt.
      if (trail.length > 1) title.focus();
      else {
        // Since the last time much may have been said.
        body.replaceChildren();
        show(null);
      }
    },
    /** Opens a page; it takes the place of the present one if there is nothing to go back to. */
    go(make, options, instead) {
      const present = trail[trail.length - 1];
      if (instead && trail.length > 1) trail.pop();
      else present.from = root().activeElement && root().activeElement.dataset.name;
      trail.push({ make, options });
      show(null);
    },
    back() {
      if (trail.length < 2) return context.leave();
      trail.pop();
      show(trail[trail.length - 1].from);
    },
    /** Back to the first page. */
    home() {
      trail = trail.slice(0, 1);
      show(null);
    },
    call: (path, options, method) => context.api.call(`/privacy${path}`, options, method),
    read: async (path) => (await guide.call(path)).json(),
    /**
     * Does what a button promises, once at a time, and says below it if that did not work.
     * @param {!HTMLElement} button
     * @param {function(function): Promise} work is given a way on, to use once it is done: it leads nowhere if the visitor is
     *     somewhere else by then
     */
    async act(button, work) {
      const note = alarm(button);
      if (button.getAttribute('aria-busy')) return;
      button.setAttribute('aria-busy', 'true');
      note('');
      const before = turn;
      try {
        await work((make, options) => before === turn && guide.go(make, options, true));
      } catch (error) {
        if (recovered(error) || before !== turn) return;
        note(context.words.reason(error));
      } finally {
        button.removeAttribute('aria-busy');
      }
    },
    /** The person is erased: what this browser knows goes too, receipts aside. */
    forgotten() {
      guide.overview = null;
      context.forgotten();
    },
  };

  const root = () => context.root;

  /** Errors that lead to another page. */
  function recovered(error) {
    if (error.status === 410 && error.code === 'subject-gone') {
      guide.forgotten();
      guide.go(gone, null, true);
      return true;
    }
    if (error.status === 401 && error.code !== 'proof-invalid') {
      session.forget();
      guide.overview = null;
      guide.home();
      return true;
    }
    return false;
  }

  async function show(from) {
    const mine = ++turn;
    const { make, options } = trail[trail.length - 1];
    // What is there stays until the next is: nothing flickers, and the focus is not lost meanwhile.
    body.setAttribute('aria-busy', 'true');
    if (!body.firstChild) body.append(loading(texts));
    let page;
    try {
      page = await make(guide, options);
    } catch (error) {
      if (mine !== turn || recovered(error)) return;
      page = { title: texts.title, parts: [para(context.words.reason(error), 'warn'), button(texts.again, () => show(from))] };
    }
    if (mine !== turn) return;
    title.textContent = page.title;
    body.removeAttribute('aria-busy');
    body.replaceChildren(...page.parts.filter(Boolean));
    body.scrollTop = 0;
    focus(page, from);
  }

  function focus(page, from) {
    const place = from && body.querySelector(`[data-name="${from}"]`);
    (place || title).focus();
    if (page.say) announce(page.say);
  }

  return guide;
}

/** What somebody sees who was erased somewhere else, or whose receipt was lost on the way. */
function gone(guide) {
  const { texts } = guide;
  return {
    title: texts.goneTitle,
    say: texts.gone,
    parts: [
      para(texts.gone),
      guide.erased.length ? receipts(guide, guide.erased) : guide.lost ? para(texts.goneLost) : null,
      el('div', { class: 'buttons' }, button(texts.toChat, guide.leave, 'main')),
    ],
  };
}
