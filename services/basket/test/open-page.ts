import { basketChangedNotice, type BasketChangedNotice } from '@quayside/contracts';

/** A page that shows the basket and listens to its events; `next` is the signal to wait for. */
export const openPage = async (url: string, { token }: { token: string }) => {
  const leave = new AbortController();
  const response = await fetch(`${url}/api/v1/basket/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leave.signal,
  });
  if (!response.ok || !response.body) throw new Error(`The event stream answered ${response.status}`);
  const notices = readNotices(response.body);
  return {
    contentType: response.headers.get('content-type'),
    /** The next notice, seen already or yet to come; undefined when the stream has ended. */
    next: async (timeoutMs = 30_000): Promise<BasketChangedNotice | undefined> => {
      const timer = setTimeout(() => leave.abort(new Error(`No notice within ${timeoutMs} ms`)), timeoutMs);
      try {
        return (await notices.next()).value ?? undefined;
      } finally {
        clearTimeout(timer);
      }
    },
    leave: () => leave.abort(),
  };
};

async function* readNotices(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<BasketChangedNotice, undefined> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^event: basket-changed\ndata: (.*)$/m.exec(event)?.[1];
      if (data) yield basketChangedNotice.parse(JSON.parse(data));
    }
  }
  return undefined;
}
