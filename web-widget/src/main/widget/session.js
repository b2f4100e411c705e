/**
 * What the browser remembers: who the visitor is to this site and in which conversation, from the first message until the
 * tab is closed. Nothing before, nothing else. A browser that refuses storage loses only the way back after a reload.
 *
 * Declared storage: sessionStorage `lethe:<site key>` = {token, conversation}, category "necessary", until the tab closes.
 */

/** @param {string} site */
export function createSession(site) {
  const key = `lethe:${site}`;
  let known = read();

  function read() {
    try {
      const value = JSON.parse(sessionStorage.getItem(key) || 'null');
      return value && typeof value.token === 'string' ? value : null;
    } catch (denied) {
      return null;
    }
  }

  function write(value) {
    known = value;
    try {
      if (value) sessionStorage.setItem(key, JSON.stringify(value));
      else sessionStorage.removeItem(key);
    } catch (denied) {
      // The conversation goes on from memory.
    }
  }

  return {
    get token() {
      return known && known.token;
    },
    get conversation() {
      return known && known.conversation;
    },
    keep(token, conversation) {
      write({ token, conversation });
    },
    leaveConversation() {
      if (known) write({ token: known.token });
    },
    forget() {
      write(null);
    },
  };
}
