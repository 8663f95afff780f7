import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { PictureOutOfReach } from '../domain/import-errors.ts';
import type { PictureFetcher } from '../usecases/imports/picture-fetcher.ts';

const maxBytes = 20_000_000;
const maxRedirects = 3;
const timeoutMs = 15_000;

type Agents = { readonly http: RequestFilteringHttpAgent; readonly https: RequestFilteringHttpsAgent };

const parse = (url: string, base?: URL): URL => {
  const parsed = URL.parse(url, base?.href);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    throw new PictureOutOfReach('It is no address of the web');
  if (parsed.username || parsed.password) throw new PictureOutOfReach('It carries a password');
  return parsed;
};

const ask = (url: URL, agents: Agents, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const options = { signal, headers: { accept: 'image/*', 'user-agent': 'Quayside' } };
    const asked =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, agent: agents.https }, resolve)
        : requestHttp(url, { ...options, agent: agents.http }, resolve);
    asked.on('error', reject);
    asked.end();
  });

const readBounded = async (answer: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) throw new PictureOutOfReach(`It has more than ${maxBytes / 1_000_000} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const fetchBounded = async (start: string, agents: Agents): Promise<Buffer> => {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = parse(start);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(url, agents, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return readBounded(answer);
    answer.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) {
      throw new PictureOutOfReach(`Its server answers ${statusCode}`);
    }
    if (redirects === maxRedirects) throw new PictureOutOfReach('It leads from one address to the next');
    url = parse(headers.location, url);
  }
};

/**
 * Fetches from public addresses alone: of every connection, those after a redirect too, the address that a name leads to
 * is looked at in the moment of connecting, and it is that one which is connected to.
 *
 * @param options.allowed private addresses that may be fetched from all the same
 */
export const createPictureFetcher = ({ allowed }: { allowed: readonly string[] }): PictureFetcher => {
  const rules = { allowIPAddressList: [...allowed] };
  const agents: Agents = {
    http: new RequestFilteringHttpAgent(rules),
    https: new RequestFilteringHttpsAgent(rules),
  };
  return {
    fetch: async (url) => {
      try {
        return await fetchBounded(url, agents);
      } catch (error) {
        if (error instanceof PictureOutOfReach) throw error;
        // What is behind an address that may not be asked is nobody's business.
        throw new PictureOutOfReach('It cannot be fetched from there', { cause: error });
      }
    },
  };
};
