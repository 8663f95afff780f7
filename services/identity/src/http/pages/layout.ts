import { harbour, logo } from './artwork.ts';
import { html, type Html } from './html.ts';
import { firstFontUrls, stylesheetUrl } from './stylesheet.ts';
import { homeHref, pageLanguage, say } from '../language/say.ts';

export interface Page {
  readonly title: string;
  readonly content: Html;
  /** URLs of scripts of our own. */
  readonly scripts?: readonly string[];
}

export const renderPage = ({ title, content, scripts = [] }: Page): string =>
  html`<!doctype html>
    <html lang="${pageLanguage()}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b2239" />
        <meta name="robots" content="noindex" />
        <title>${title} · Quayside</title>
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        ${firstFontUrls.map(
          (url) => html`<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin />`,
        )}
        <link rel="stylesheet" href="${stylesheetUrl}" />
      </head>
      <body>
        <header class="shore">
          <div class="shore-words">
            <a class="brand" href="${homeHref()}" aria-label="${say('Quayside, back to the shop')}"
              >${logo}<span>Quayside</span></a
            >
            <p>${say('Outfitters for foul weather and fair, from the harbour wall to the open sea.')}</p>
          </div>
          ${harbour}
        </header>
        <main><div class="sheet">${content}</div></main>
        ${scripts.map((script) => html`<script src="${script}" type="module"></script>`)}
      </body>
    </html>`.markup;
