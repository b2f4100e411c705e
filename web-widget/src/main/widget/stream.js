/** Reads server-sent events from a response, because EventSource can neither POST nor carry a token. */

const SILENCE = 15000;

function parse(block) {
  const event = { id: null, name: 'message', data: '' };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const field = line.slice(0, colon);
    if (field === 'id') event.id = value;
    else if (field === 'event') event.name = value;
    else if (field === 'data') event.data += (event.data && '\n') + value;
  }
  return event;
}

/** A server that is alive says so every few seconds; silence means that the connection is dead without knowing it. */
function readOrGiveUp(reader) {
  let timer;
  const silence = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('silence')), SILENCE);
  });
  return Promise.race([reader.read(), silence]).finally(() => clearTimeout(timer));
}

/**
 * @param {!ReadableStream} body
 * @param {function({id: ?string, name: string, data: string})} take
 * @return {!Promise<void>} ends with the stream
 */
export async function readEvents(body, take) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await readOrGiveUp(reader);
      if (done) return;
      text += decoder.decode(value, { stream: true }).replace(/\r/g, '');
      const blocks = text.split('\n\n');
      text = blocks.pop();
      for (const block of blocks) {
        const event = parse(block);
        if (event.data) take(event);
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
