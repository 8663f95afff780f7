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
