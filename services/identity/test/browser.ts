/** A browser behind the gateway: keeps cookies by path, follows redirects on the public origin, says where it is. */
interface Visit {
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
  readonly text: string;
}

export interface Cookie {
  readonly value: string;
  readonly path: string;
}

export interface Browser {
  get(url: string): Promise<Visit>;
  /** Sends a form from the page at `url`'s origin. */
  submit(url: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Visit>;
  cookies(): ReadonlyMap<string, Cookie>;
  /** Lines of `Set-Cookie` so far, as they came. */
  cookieLines(): readonly string[];
}

const redirects = new Set([302, 303, 307]);

/**
 * @param options.publicOrigin what the browser believes to talk to
 * @param options.serviceUrl where the requests go in truth
 * @param options.stopAt a path of the public origin that is not the service's: the redirect there is the result
 */
export const createBrowser = (options: {
  publicOrigin: string;
  serviceUrl: string;
  stopAt: readonly string[];
  address?: string;
  cookies?: Iterable<readonly [string, Cookie]>;
}): Browser => {
  const { publicOrigin, serviceUrl, stopAt, address = '203.0.113.7', cookies = [] } = options;
  const jar = new Map<string, Cookie>(cookies);

  const lines: string[] = [];

  const keep = (headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      lines.push(line);
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
      const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice(8);
      const name = pair.slice(0, at);
      if (expires && new Date(expires) < new Date()) jar.delete(name);
      else jar.set(name, { value: pair.slice(at + 1), path });
    }
  };

  const visit = async (url: URL, init: RequestInit & { headers: Record<string, string> }): Promise<Visit> => {
    if (url.origin !== publicOrigin || stopAt.includes(url.pathname)) {
      return { status: 0, url, headers: new Headers(), text: '' };
    }
    const cookie = [...jar]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(serviceUrl + url.pathname + url.search, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        'x-forwarded-proto': new URL(publicOrigin).protocol.replace(':', ''),
        'x-forwarded-host': new URL(publicOrigin).host,
        'x-forwarded-for': address,
        ...(cookie && { cookie }),
        ...init.headers,
      },
    });
    keep(response.headers);
    const location = response.headers.get('location');
    if (redirects.has(response.status) && location) {
      await response.body?.cancel();
      return visit(new URL(location, url), { headers: {} });
    }
    return { status: response.status, url, headers: response.headers, text: await response.text() };
  };

  return {
    get: (url) => visit(new URL(url, publicOrigin), { headers: {} }),
    submit: (url, fields, headers = { origin: publicOrigin, 'sec-fetch-site': 'same-origin' }) =>
      visit(new URL(url, publicOrigin), {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    cookies: () => jar,
    cookieLines: () => lines,
  };
};
