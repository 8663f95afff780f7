import { html, trustedHtml } from './html.ts';
import { renderPage } from './layout.ts';
import { signInUrl } from './sign-in-url.ts';
import { signOutScriptUrl } from './stylesheet.ts';
import { backToShop } from './back-to-shop.ts';
import { homeHref, say } from '../language/say.ts';

/** Something about the request itself is wrong; `code` is for whoever builds a client. */
export const faultPage = ({ title, text, code }: { title: string; text: string; code?: string }): string =>
  renderPage({
    title,
    content: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${code !== undefined && html`<p class="detail">${code}</p>`}
      <a class="button" href="${homeHref()}">${say('Back to the shop')}</a>`,
  });

/** A form of another shape than ours. */
export const malformedPage = (): string =>
  faultPage({
    title: say('We could not read that form'),
    text: say('Please go back and try again.'),
    code: 'malformed-form',
  });

/** @param returnTo where whoever signs in comes from */
export const expiredPage = (returnTo: string): string =>
  renderPage({
    title: say('This page has gone out with the tide'),
    content: html`<h1>${say('This page has gone out with the tide')}</h1>
      <p class="lead">
        ${say('It was left open for too long, or signing in was finished in another window.')}
      </p>
      <a class="button" href="${signInUrl(returnTo)}">${say('Sign in again')}</a>
      ${backToShop()}`,
  });

/** The database did not answer; the same page asked for again may well work. */
export const unavailablePage = (): string =>
  faultPage({
    title: say('The harbour office is closed for a moment'),
    text: say(
      'We cannot sign anybody in right now. Nothing is lost: wait a little, then load this page again.',
    ),
    code: 'temporarily-unavailable',
  });

/** The library's form carries the secret that ends the session; `atOnce` sends it without a question. */
export const signOutPage = ({ form, atOnce }: { form: string; atOnce: boolean }): string =>
  renderPage({
    title: say('Sign out'),
    ...(atOnce && { scripts: [signOutScriptUrl] }),
    content: html`<h1>${atOnce ? say('Signing you out') : say('Sign out of Quayside?')}</h1>
      <p class="lead">${atOnce ? say('One moment.') : say('Your basket stays where it is.')}</p>
      ${trustedHtml(form)}
      <button id="sign-out" type="submit" form="op.logoutForm" name="logout" value="yes">
        ${say('Sign out')}
      </button>
      ${backToShop()}`,
  });

export const signedOutPage = (): string =>
  renderPage({
    title: say('Signed out'),
    content: html`<h1>${say('Fair winds')}</h1>
      <p class="lead">${say('You are signed out.')}</p>
      <a class="button" href="${homeHref()}">${say('Back to the shop')}</a>`,
  });
