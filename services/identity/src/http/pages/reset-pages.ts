import { renderField } from './field.ts';
import { html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { proofStatus, provenBy } from './proof-form.ts';
import { proofScriptUrl } from './stylesheet.ts';
import { signInUrl } from './sign-in-url.ts';
import { backToShop } from './back-to-shop.ts';
import { homeHref, inThisLanguage, say, sayHtml, sayReason } from '../language/say.ts';

export const askForResetPage = ({
  email,
  fault,
  notice,
}: {
  email: string;
  fault?: string;
  notice?: string;
}) =>
  renderPage({
    scripts: [proofScriptUrl],
    title: fault || notice ? say('Error: {title}', { title: say('A new password') }) : say('A new password'),
    content: html`<h1>${say('A new password')}</h1>
      <p class="lead">${say('Tell us your address. We send you a link to choose a new password.')}</p>
      ${renderNotice(notice)}
      <form method="post" action="${inThisLanguage('/identity/reset')}" ${provenBy('reset')} novalidate>
        ${renderField({
          name: 'email',
          label: say('E-mail address'),
          type: 'email',
          autocomplete: 'username',
          value: email,
          maxLength: 254,
          fault: fault && sayReason(fault),
          autofocus: true,
        })}
        ${proofStatus()}
        <button type="submit">${say('Send me a link')}</button>
      </form>
      <p class="other">${say('It came back to you?')} <a href="${signInUrl()}">${say('Sign in')}</a></p>
      ${backToShop()}`,
  });

/** The same whether there is such an account or not. */
export const resetAskedPage = (email: string) =>
  renderPage({
    title: say('Look into your mailbox'),
    content: html`<h1>${say('Look into your mailbox')}</h1>
      <p class="lead">
        ${sayHtml(
          'If {email} has an account with us, a link is on its way there. It works for half an hour.',
          {
            email: html`<strong>${email}</strong>`,
          },
        )}
      </p>
      <p>
        ${sayHtml('Nothing came? Look among the unwanted mail, or {link}.', {
          link: html`<a href="${inThisLanguage('/identity/reset')}">${say('ask once more')}</a>`,
        })}
      </p>
      <a class="button" href="${homeHref()}">${say('Back to the shop')}</a>`,
  });

export const newPasswordPage = (page: { token: string; email: string; fault?: string; notice?: string }) =>
  renderPage({
    title:
      page.fault || page.notice
        ? say('Error: {title}', { title: say('Choose a new password') })
        : say('Choose a new password'),
    content: html`<h1>${say('Choose a new password')}</h1>
      <p class="lead">
        ${sayHtml('For {email}. Whoever is signed in to the account is signed out.', {
          email: html`<strong>${page.email}</strong>`,
        })}
      </p>
      ${renderNotice(page.notice)}
      <form method="post" action="${inThisLanguage('/identity/reset/new')}" novalidate>
        <input type="hidden" name="token" value="${page.token}" />
        ${renderField({
          name: 'password',
          label: say('New password'),
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 512,
          hint: say('At least 8 characters. A few words that only you would put together work well.'),
          fault: page.fault && sayReason(page.fault),
          autofocus: true,
        })}
        <button type="submit">${say('Set the password')}</button>
      </form>
      ${backToShop()}`,
  });

export const passwordSetPage = () =>
  renderPage({
    title: say('Your password is set'),
    content: html`<h1>${say('Your password is set')}</h1>
      <p class="lead">
        ${say('Whoever was signed in to your account is signed out. Sign in with the new password.')}
      </p>
      <a class="button" href="${signInUrl()}">${say('Sign in')}</a>
      ${backToShop()}`,
  });
