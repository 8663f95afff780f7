import type { ShopState, ShopStatus } from '@quayside/contracts';
import escapeHtml from 'escape-html';
import { pageFrame } from '../edge/page-frame.ts';

const headings: Readonly<Record<ShopState, string>> = {
  works: 'All clear',
  disturbed: 'Some fog',
  down: 'Fog over the harbour',
};
const texts: Readonly<Record<ShopState, string>> = {
  works: 'Everything in the shop works.',
  disturbed: 'Some of the shop does not work as it should. We are at it.',
  down: 'The shop does not work right now. We are at it; what you ordered is safe.',
};
const words: Readonly<Record<ShopState, string>> = {
  works: 'Works',
  disturbed: 'Not as usual',
  down: 'Does not work',
};

/** Flags of the code of signals: C, affirmative; D, with difficulty; N, negative. */
const flags: Readonly<Record<ShopState, string>> = {
  works:
    '<path fill="#1c4e8c" d="M0 0h24v24H0z"/><path fill="#fdfcf7" d="M0 4.8h24v14.4H0z"/><path fill="#c4262e" d="M0 9.6h24v4.8H0z"/>',
  disturbed: '<path fill="#f2b824" d="M0 0h24v24H0z"/><path fill="#1c4e8c" d="M0 6h24v12H0z"/>',
  down: '<path fill="#1c4e8c" d="M0 0h24v24H0z"/><path fill="#fdfcf7" d="M6 0h6v6H6zM18 0h6v6h-6zM0 6h6v6H0zM12 6h6v6h-6zM6 12h6v6H6zM18 12h6v6h-6zM0 18h6v6H0zM12 18h6v6h-6z"/>',
};
const flag = (state: ShopState) =>
  `<svg viewBox="0 0 24 24" aria-hidden="true">${flags[state]}<path d="M.5.5h23v23H.5z" fill="none" stroke="#10243a"/></svg>`;

const style = `
  .parts { list-style: none; margin: 2.5rem 0 0; padding: 0; border-top: 1px solid var(--ink); text-align: left; }
  .parts li { display: grid; grid-template-columns: 1.5rem minmax(0, 1fr) auto; gap: .1rem .9rem; align-items: center;
    padding: .9rem 0; border-bottom: 1px solid var(--line); }
  .parts svg { width: 1.5rem; height: 1.5rem; margin: 0; }
  .parts b { font-weight: 600; }
  .parts p { grid-column: 2 / -1; margin: 0; color: var(--soft); text-wrap: pretty; }
  .parts .works { color: var(--glass); }`;

/** What a shopper reads of the shop: it needs nothing from anywhere else. */
export const statusPage = ({ at, state, parts }: ShopStatus): string =>
  pageFrame({
    title: headings[state],
    style,
    main: `${flag(state)}
<h1>${headings[state]}</h1>
<p>${texts[state]}</p>
<ul class="parts">
${parts
  .map(
    (part) =>
      `<li>${flag(part.state)}<b>${escapeHtml(part.title)}</b><span class="${part.state}">${words[part.state]}</span><p>${escapeHtml(part.detail)}</p></li>`,
  )
  .join('\n')}
</ul>
<small>As of <time datetime="${at}">${at.slice(11, 16)} UTC</time>. <a href="">Look again</a> · <a href="/">To the shop</a></small>`,
  });
