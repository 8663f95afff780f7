import { html, type Html } from './html.ts';

/** What went wrong, read out at once. */
export const renderNotice = (text: string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<div class="notice" role="alert"><p>${text}</p></div>`;
