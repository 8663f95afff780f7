import escapeHtml from 'escape-html';
import type { ProblemOptions } from '@quayside/http';
import { currentTraceId } from '@quayside/runtime';
import { pageFrame } from './page-frame.ts';

/** The flag U: you are running into danger. */
const flag = `<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="#fdfcf7" d="M0 0h24v24H0z"/>
  <path fill="#c4262e" d="M0 0h12v12H0zM12 12h12v12H12z"/><path d="M.5.5h23v23H.5z" fill="none" stroke="#10243a"/></svg>`;

const again = (headers: ProblemOptions['headers']): string => {
  const seconds = Number(headers?.['retry-after'] ?? 60);
  return seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
};

const wordsOf = ({ status, code, title, headers }: ProblemOptions) => {
  if (code === 'proof-of-work-missing' || code === 'proof-of-work-refused') {
    return {
      heading: 'Not sent yet',
      text: `So much is sent here right now that each browser has to compute something first. With scripts on, yours does it by
        itself: go back, where what you typed still is, and send it again. Without them, try again in ten minutes, or write to us.</p>
<p lang="de">Hier wird gerade so viel gesendet, dass jeder Browser vorher etwas ausrechnen muss. Mit Skripten macht Ihrer das von selbst:
        Gehen Sie zurück, dort steht noch, was Sie eingegeben haben, und senden Sie es noch einmal. Ohne Skripte versuchen Sie es in zehn
        Minuten wieder, oder schreiben Sie uns.`,
      ways: '<a href="/contact">Write to us</a><a href="/de/kontakt" lang="de" hreflang="de">Schreiben Sie uns</a>',
    };
  }
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
        ways: '<a href="">Try again</a><a href="/status">What works</a>',
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
  return pageFrame({
    title: heading,
    main: `${flag}
<h1>${heading}</h1>
<p>${text}</p>
<div class="ways">${ways}</div>
${reference()}`,
  });
};
