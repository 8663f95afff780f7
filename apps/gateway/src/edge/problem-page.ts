import escapeHtml from 'escape-html';
import type { ProblemOptions } from '@quayside/http';
import { currentTraceId } from '@quayside/runtime';

const style = `
  :root { color-scheme: light dark; --ink: #10243a; --soft: #384b60; --faint: #586878; --glass: #134f47; --paper: #f7f4eb;
    --sheet: #fdfcf7; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e9eef0; --soft: #bcc8d0; --faint: #93a3b0; --glass: #8fd8cb;
    --paper: #0d1a29; --sheet: #13253a; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; grid-template-rows: auto 1fr;
    background: var(--paper); color: var(--ink);
    font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; }
  header { padding: 1rem clamp(1rem, 4vw, 2.5rem); border-bottom: 1px solid var(--ink); background: var(--sheet); }
  header a, h1 { font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, Georgia, serif;
    font-weight: 500; }
  header a { color: inherit; font-size: 1.5rem; text-decoration: none; }
  main { max-width: 36rem; margin: 0 auto; padding: 5rem 1rem; text-align: center; }
  svg { width: 2.5rem; height: 2.5rem; margin-bottom: 1.5rem; }
  h1 { margin: 0; font-size: clamp(1.9rem, 6vw, 2.4rem); line-height: 1.15; text-wrap: balance; }
  p { margin: 1rem 0 1.75rem; color: var(--soft); text-wrap: balance; }
  .ways { display: flex; flex-wrap: wrap; justify-content: center; gap: .75rem; margin: 0; }
  .ways a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 1.25rem; border: 1px solid var(--ink);
    border-radius: 2px; color: var(--ink); font-weight: 600; text-decoration: none; }
  .ways a:first-child, .ways a:hover { background: var(--ink); color: var(--paper); }
  .ways a:first-child:hover { background: var(--glass); border-color: var(--glass); }
  :focus-visible { outline: 3px solid #1c4e8c; outline-offset: 2px; }
  small { display: block; margin-top: 2rem; color: var(--faint); overflow-wrap: anywhere; }`;

/** The flag U: you are running into danger. */
const flag = `<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="#fdfcf7" d="M0 0h24v24H0z"/>
  <path fill="#c4262e" d="M0 0h12v12H0zM12 12h12v12H12z"/><path d="M.5.5h23v23H.5z" fill="none" stroke="#10243a"/></svg>`;

const again = (headers: ProblemOptions['headers']): string => {
  const seconds = Number(headers?.['retry-after'] ?? 60);
  return seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
};

const wordsOf = ({ status, title, headers }: ProblemOptions) => {
  if (status === 429) {
    return {
      heading: 'One moment, please',
      text: `Much was asked for from here in a short time. In ${again(headers)} it goes on; what is in your basket is safe.`,
      ways: '<a href="">Try again</a><a href="/">To the shop</a>',
    };
  }
  if (status === 431) {
    return {
      heading: 'Too many cookies',
      text: 'Your browser sent more cookies than can be read here. Delete those of this site in its settings, and try again.',
      ways: '<a href="">Try again</a>',
    };
  }
  return status >= 500
    ? {
        heading: 'Fog over this page',
        text: 'Something behind it does not answer right now. What is in your basket and what you ordered is safe.',
        ways: '<a href="">Try again</a><a href="/">To the shop</a>',
      }
    : {
        heading: escapeHtml(title),
        text: 'The rest of the shop is where it was.',
        ways: '<a href="/">To the shop</a>',
      };
};

/** By which the log knows the request; what never became one has none. */
const reference = (): string => {
  const id = currentTraceId();
  return /^0*$/.test(id) ? '' : `<small>Reference ${escapeHtml(id)}</small>`;
};

/**
 * What a person reads where a page was to come and the gateway has none: the storefront or the OpenID provider is
 * away. It needs nothing from anywhere else.
 */
export const problemPage = (problem: ProblemOptions): string => {
  const { heading, text, ways } = wordsOf(problem);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading} · Quayside</title>
<style>${style}</style>
</head>
<body>
<header><a href="/">Quayside</a></header>
<main>
${flag}
<h1>${heading}</h1>
<p>${text}</p>
<div class="ways">${ways}</div>
${reference()}
</main>
</body>
</html>
`;
};
