import { homeHref, say } from '../language/say.ts';
import { html, type Html } from './html.ts';

export const backToShop = (): Html =>
  html`<p class="back"><a href="${homeHref()}">${say('Back to the shop')}</a></p>`;
