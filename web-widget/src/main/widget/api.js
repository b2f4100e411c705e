/** Talks to the visitor API. */
import { readEvents } from './stream.js';

const TRIES = 5;
const ALL_TRIES = 30;
const FIRST_PAUSE = 250;

/** @param {!Response} response */
async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  return Object.assign(new Error(problem.detail || `status ${response.status}`), {
    status: response.status,
    code: String(problem.type || '').split(':').pop(),
    wait: Number(response.headers.get('Retry-After')) || 0,
  });
}

const pause = (millis, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason || new Error('aborted'));
    });
  });

/** A random id; randomUUID exists on secure pages only. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * @param {string} base
 * @param {string} site
 * @param {!Object} session
 */
export function createApi(base, site, session) {
  const root = `${base}/visitor/sites/${encodeURIComponent(site)}`;

  /** @param {{token: ?string}=} options whom to speak for; the visitor of this session unless told */
  async function call(path, { body, headers, signal, token = session.token } = {}, method = 'GET') {
    const sent = Object.assign({}, headers);
    if (token) sent.Authorization = `Bearer ${token}`;
    if (body) sent['Content-Type'] = 'application/json';
    const response = await fetch(root + path, {
      method,
      headers: sent,
      body: body ? JSON.stringify(body) : undefined,
      signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }

  /** What is to be changed before a refused message is tried once more, or false if trying again is no use. */
  function amend(error, message, failures) {
    if (error.status === 401) session.forget();
    else if (error.status === 404 && error.code !== 'site-not-found') session.leaveConversation();
    // Whoever was erased is not brought back behind their back: 410 goes to the visitor.
    else if (error.status !== 409) return false;
    // Perhaps it is being heard right now; only if it is taken a second time, it is another's.
    else if (failures) message.id = newId();
    return true;
  }

  /**
   * Sends a message and follows its answer to the end, over as many connections as it takes: a broken one goes on after
   * the last event seen, and the same message id is never answered twice. The secret, which stays in this memory, gets the
   * token to a visitor whose first answer was lost on its way.
   *
   * @param {{id: string, text: string, language: string, page: string, again: boolean, secret: (string|undefined)}} message
   * @param {!Object<string, function(*)>} on
   * @param {!AbortSignal} signal
   */
  async function converse(message, on, signal) {
    let answer = null;
    let last = null;
    let failures = 0;
    let ended = false;
    message.secret = message.secret || newId();

    function take(event) {
      failures = 0;
      last = event.id || last;
      const data = JSON.parse(event.data);
      if (event.name === 'turn') {
        session.keep(data.token, data.conversation);
        answer = data.answer;
      }
      ended = ended || event.name === 'done' || event.name === 'problem';
      if (on[event.name]) on[event.name](data);
    }

    function connect() {
      if (answer) {
        const path = `/answers/${answer}?conversation=${session.conversation}`;
        return call(path, { headers: last ? { 'Last-Event-ID': last } : {}, signal });
      }
      const known = { conversation: session.conversation || undefined, secret: session.token ? undefined : message.secret };
      const body = Object.assign({}, message, known);
      return call('/messages', { body, signal }, 'POST');
    }

    for (let tries = 1; ; tries++) {
      let broken;
      try {
        await readEvents((await connect()).body, take);
        if (ended) return;
        broken = new Error('the connection ended early');
      } catch (error) {
        broken = error;
      }
      if (signal.aborted) throw broken;
      const refused = broken.status && broken.status < 500;
      if (refused && answer && broken.status === 404) answer = last = null;
      else if (refused && !(failures < 2 && amend(broken, message, failures))) throw broken;
      if (++failures > TRIES || tries > ALL_TRIES) throw broken;
      message.again = true;
      on.waiting();
      await pause(FIRST_PAUSE * 2 ** (failures - 1), signal);
    }
  }

  return {
    call,
    converse,
    stop: (answer) => call(`/answers/${answer}/stop`, {}, 'POST'),
    rate: (answer, helpful) => call(`/messages/${answer}/rating`, { body: { helpful } }, 'POST'),
    conversation: async () => (await call(`/conversations/${session.conversation}`)).json(),
  };
}
