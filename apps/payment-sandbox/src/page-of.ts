import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@quayside/runtime';

const asset = (name: string): string =>
  readFileSync(join(packageRoot(import.meta.dirname), 'assets', name), 'utf8');

/** A page from `assets`: its values stand in the place of `{{name}}`, style and script with them. */
export const createPage = (name: string, styles: readonly string[] = [name]) => {
  const template = asset(`${name}.html`);
  const parts: Record<string, string> = {
    style: styles.map((style) => asset(`${style}.css`)).join('\n'),
    script: asset(`${name}.js`),
  };
  return (values: Readonly<Record<string, string>>): string =>
    template.replaceAll(
      /(?:\/\* )?\{\{(\w+)\}\}(?: \*\/)?/g,
      (_, key: string) => parts[key] ?? values[key] ?? '',
    );
};

/** What of an answer a page needs. */
interface PageAnswer {
  removeHeader(name: string): void;
  set(headers: Record<string, string>): unknown;
  type(type: string): { send(body: string): unknown };
}

const policy = (nonce: string, frameAncestors: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    `frame-ancestors ${frameAncestors}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/**
 * Sends a page whose style and script are inline and carry the nonce of its policy, so nothing else on it may run.
 *
 * @param frameAncestors who may show it in a frame, as a content security policy says it
 */
export const sendPage = (
  res: PageAnswer,
  frameAncestors: string,
  render: (nonce: string) => string,
): void => {
  const nonce = randomBytes(16).toString('base64');
  res.removeHeader('X-Frame-Options');
  res.set({
    'Content-Security-Policy': policy(nonce, frameAncestors),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  res.type('html').send(render(nonce));
};
