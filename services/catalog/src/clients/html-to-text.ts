import { compile } from 'html-to-text';

/** Made once: that takes ten times as long as to read a description. */
const textOf = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
  limits: { maxInputLength: 200_000, maxDepth: 50 },
});

/** What a description written as HTML says, in lines; scripts and pictures say nothing. */
export const htmlToText = (html: string): string => (/[<&]/.test(html) ? textOf(html).trim() : html.trim());
