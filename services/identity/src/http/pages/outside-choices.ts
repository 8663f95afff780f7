import { html, type Html } from './html.ts';
import { say } from '../language/say.ts';

/** Other providers by which one may sign in, where any is set up. */
export const outsideChoices = (page: {
  at: string;
  again: string;
  offered: readonly { readonly id: string; readonly label: string }[];
}): Html =>
  page.offered.length === 0
    ? html``
    : html`<p class="or">${say('or')}</p>
        ${page.offered.map(
          ({ id, label }) =>
            html`<a class="button quiet" href="${page.at}/outside/${id}/begin${page.again}"
              >${say('Continue with {label}', { label })}</a
            >`,
        )}`;
