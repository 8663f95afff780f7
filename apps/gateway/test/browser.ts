/**
 * A client with a cookie jar that sends what a browser on our pages sends.
 *
 * @param address as a proxy in front of the gateway tells it
 */
export const createBrowser = (origin: string, address?: string) => {
  const jar = new Map<string, string>();

  const keep = (answer: Response): void => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || attributes.some((part) => /max-age=0$/i.test(part))) jar.delete(name);
      else jar.set(name, value);
    }
  };

  const send = async (method: string, path: string, options: { body?: unknown; headers?: object } = {}) => {
    const url = new URL(path, origin);
    const writes = !['GET', 'HEAD'].includes(method);
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
        ...(writes && { 'x-csrf': '1' }),
        ...(address !== undefined && { 'x-forwarded-for': address }),
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    });
    keep(answer);
    return answer;
  };

  /** Follows redirects by hand, as `fetch` has no jar, up to an answer without one or an address that `stop` wants. */
  const visit = async (path: string, stop: (path: string) => boolean = () => false) => {
    let at = path;
    for (let hop = 0; hop < 10; hop += 1) {
      const answer = await send('GET', at);
      const location = answer.headers.get('location');
      if (!location) return { answer, at };
      at = location;
      if (stop(at)) return { answer, at };
    }
    throw new Error(`too many redirects from ${path}`);
  };

  return { jar, send, visit };
};
export type Browser = ReturnType<typeof createBrowser>;
