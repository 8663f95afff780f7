import { renderField } from './field.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { signInUrl } from './sign-in-url.ts';
import { backToShop } from './back-to-shop.ts';
import { accountHref, homeHref, inThisLanguage, say, sayHtml } from '../language/say.ts';

const strong = (text: string): Html => html`<strong>${text}</strong>`;

export const confirmPage = (page: { token: string; email: string; isKnown: boolean; notice?: string }) =>
  renderPage({
    title: page.notice
      ? say('Error: {title}', { title: say('Confirm your address') })
      : say('Confirm your address'),
    content: html`<h1>${say('Confirm your address')}</h1>
      <p class="lead">
        ${sayHtml('{email} becomes the address of your account.', { email: strong(page.email) })}
      </p>
      ${renderNotice(page.notice)}
      <form method="post" action="${inThisLanguage('/identity/confirm')}" novalidate>
        <input type="hidden" name="token" value="${page.token}" />
        ${
          page.isKnown
            ? html`<input type="hidden" name="password" value="" />`
            : renderField({
                name: 'password',
                label: say('Password of the account'),
                type: 'password',
                autocomplete: 'current-password',
                maxLength: 512,
                hint: say(
                  'The one you chose when you made the account. If you did not make it, close this page.',
                ),
                autofocus: true,
              })
        }
        <button type="submit">${say('Confirm')}</button>
      </form>
      ${backToShop()}`,
  });

export const confirmedPage = ({ email, signedOut }: { email: string; signedOut: boolean }) =>
  renderPage({
    title: say('Your address is confirmed'),
    content: html`<h1>${say('All fast and belayed')}</h1>
      <p class="lead">
        ${sayHtml(
          signedOut ? '{email} is confirmed. Sign in with it from now on.' : '{email} is confirmed.',
          {
            email: strong(email),
          },
        )}
      </p>
      <a class="button" href="${signedOut ? signInUrl(accountHref()) : homeHref()}"
        >${signedOut ? say('Sign in') : say('To the shop')}</a
      >
      <p class="back"><a href="${accountHref()}">${say('Your account')}</a></p>`,
  });

export const addressTakenPage = () =>
  renderPage({
    title: say('This address has an account'),
    content: html`<h1>${say('This address has an account')}</h1>
      <p class="lead">
        ${say(
          'Somebody confirmed it for another account before. Sign in to that one, or set a new password for it.',
        )}
      </p>
      <a class="button" href="${signInUrl()}">${say('Sign in')}</a>
      <p class="back"><a href="${inThisLanguage('/identity/reset')}">${say('Set a new password')}</a></p>`,
  });

export const linkUsedUpPage = () =>
  renderPage({
    title: say('This link has done its work'),
    content: html`<h1>${say('This link has done its work')}</h1>
      <p class="lead">
        ${say('It was used already, or is too old. If you still need one, have a new one sent.')}
      </p>
      <a class="button" href="${inThisLanguage('/identity/reset')}">${say('Set a new password')}</a>
      <p class="back">
        ${sayHtml('{link}, where your address is confirmed', {
          link: html`<a href="${accountHref()}">${say('Your account')}</a>`,
        })}
      </p>`,
  });
