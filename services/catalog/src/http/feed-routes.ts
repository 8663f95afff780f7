import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import escapeHtml from 'escape-html';
import { notModified, type Answer, type Api } from '@quayside/http';
import { googleItem, type FeedField, type FeedRules } from '../usecases/feeds/google-item.ts';
import type { FeedProducts, FeedVersion } from '../usecases/feeds/product-feed.ts';
import { contract } from './contract.ts';

/** XML 1.0 has no place for control characters, written in whatever way. */
const xmlText = (text: string): string => escapeHtml(text.replaceAll(/[^\P{Cc}\t\n\r]/gu, ''));

const element = ([name, value]: FeedField): string => `<g:${name}>${xmlText(value)}</g:${name}>`;

async function* googleXml(products: FeedProducts, rules: FeedRules): AsyncGenerator<string> {
  const link = rules.origin + (rules.language === 'de' ? '/de' : '/');
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel><title>Quayside</title><link>${xmlText(link)}</link><description>Quayside</description>
`;
  for await (const fed of products.all(rules.language)) {
    const items = fed.product.variants
      .filter(({ active }) => active)
      .flatMap((variant) => {
        const fields = googleItem(fed, variant, rules);
        return fields ? [`<item>${fields.map(element).join('')}</item>\n`] : [];
      });
    if (items.length > 0) yield items.join('');
  }
  yield '</channel>\n</rss>\n';
}

interface Asked {
  readonly 'if-none-match'?: string | undefined;
  readonly 'if-modified-since'?: string | undefined;
}

/** A tag counts, where there is one (RFC 9110, section 13.2.2). */
const hasIt = (asked: Asked, etag: string, since: Date): boolean => {
  const [tags, date] = [asked['if-none-match'], asked['if-modified-since']];
  if (tags !== undefined) return tags.split(',').some((tag) => ['*', etag].includes(tag.trim()));
  return date !== undefined && Date.parse(date) >= since.getTime();
};

interface Dependencies {
  readonly products: FeedProducts;
  readonly version: () => Promise<FeedVersion>;
  readonly origin: string;
}

interface Call {
  readonly headers: Asked;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly signal: AbortSignal;
}

/** What is sold, for Google: written while it is read, so that neither side holds all of it. */
export const serveFeeds = (api: Api, { products, version, origin }: Dependencies): void => {
  const serve =
    (rules: FeedRules) =>
    async ({ headers, req, res, signal }: Call): Promise<Answer | undefined> => {
      const { tag, since } = await version();
      const said = {
        // Weak: what changes while it is written is in it, or is in the next one.
        etag: `W/"${tag}"`,
        'last-modified': since.toUTCString(),
        'cache-control': 'public, max-age=3600',
        vary: 'accept-encoding',
      };
      if (hasIt(headers, said.etag, since)) return notModified(said);
      const isPacked = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
      res.writeHead(200, {
        ...said,
        'content-type': 'application/xml; charset=utf-8',
        ...(isPacked && { 'content-encoding': 'gzip' }),
      });
      if (req.method === 'HEAD') {
        res.end();
        return undefined;
      }
      const feed = Readable.from(googleXml(products, rules));
      await (
        isPacked ? pipeline(feed, createGzip(), res, { signal }) : pipeline(feed, res, { signal })
      ).catch((error: unknown) => {
        // Whoever has gone away has no use for the rest.
        if (!signal.aborted) throw error;
      });
      return undefined;
    };
  api.serve(contract, {
    getGoogleFeed: serve({ language: 'en', currency: 'USD', origin }),
    getGermanGoogleFeed: serve({ language: 'de', currency: 'EUR', origin }),
  });
};
