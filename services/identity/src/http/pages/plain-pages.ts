import { html, trustedHtml } from './html.ts';
import { renderPage } from './layout.ts';
import { signInUrl } from './sign-in-url.ts';
import { signOutScriptUrl } from './stylesheet.ts';

/** Something about the request itself is wrong; `code` is for whoever builds a client. */
export const faultPage = ({ title, text, code }: { title: string; text: string; code?: string }): string =>
  renderPage({
    title,
    content: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${code !== undefined && html`<p class="detail">${code}</p>`}
      <a class="button" href="/">Back to the shop</a>`,
  });

/** @param returnTo where whoever signs in comes from */
export const expiredPage = (returnTo: string): string =>
  renderPage({
    title: 'This page has gone out with the tide',
    content: html`<h1>This page has gone out with the tide</h1>
      <p class="lead">It was left open for too long, or signing in was finished in another window.</p>
      <a class="button" href="${signInUrl(returnTo)}">Sign in again</a>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });

/** The database did not answer; the same page asked for again may well work. */
export const unavailablePage = (): string =>
  faultPage({
    title: 'The harbour office is closed for a moment',
    text: 'We cannot sign anybody in right now. Nothing is lost: wait a little, then load this page again.',
    code: 'temporarily-unavailable',
  });

/** The library's form carries the secret that ends the session; `atOnce` sends it without a question. */
export const signOutPage = ({ form, atOnce }: { form: string; atOnce: boolean }): string =>
  renderPage({
    title: 'Sign out',
    ...(atOnce && { script: signOutScriptUrl }),
    content: html`<h1>${atOnce ? 'Signing you out' : 'Sign out of Quayside?'}</h1>
      <p class="lead">${atOnce ? 'One moment.' : 'Your basket stays where it is.'}</p>
      ${trustedHtml(form)}
      <button id="sign-out" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });

export const signedOutPage = (): string =>
  renderPage({
    title: 'Signed out',
    content: html`<h1>Fair winds</h1>
      <p class="lead">You are signed out.</p>
      <a class="button" href="/">Back to the shop</a>`,
  });
