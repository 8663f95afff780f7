import { renderField } from './field.ts';
import { html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { signInUrl } from './sign-in-url.ts';

export const confirmPage = (page: { token: string; email: string; isKnown: boolean; notice?: string }) =>
  renderPage({
    title: page.notice ? 'Error: confirm your address' : 'Confirm your address',
    content: html`<h1>Confirm your address</h1>
      <p class="lead"><strong>${page.email}</strong> becomes the address of your account.</p>
      ${renderNotice(page.notice)}
      <form method="post" action="/identity/confirm" novalidate>
        <input type="hidden" name="token" value="${page.token}" />
        ${
          page.isKnown
            ? html`<input type="hidden" name="password" value="" />`
            : renderField({
                name: 'password',
                label: 'Password of the account',
                type: 'password',
                autocomplete: 'current-password',
                maxLength: 512,
                hint: 'The one you chose when you made the account. If you did not make it, close this page.',
                autofocus: true,
              })
        }
        <button type="submit">Confirm</button>
      </form>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });

export const confirmedPage = ({ email, signedOut }: { email: string; signedOut: boolean }) =>
  renderPage({
    title: 'Your address is confirmed',
    content: html`<h1>All fast and belayed</h1>
      <p class="lead">
        <strong>${email}</strong> is confirmed${signedOut ? '. Sign in with it from now on' : ''}.
      </p>
      <a class="button" href="${signedOut ? signInUrl('/account') : '/'}"
        >${signedOut ? 'Sign in' : 'To the shop'}</a
      >
      <p class="back"><a href="/account">Your account</a></p>`,
  });

export const addressTakenPage = () =>
  renderPage({
    title: 'This address has an account',
    content: html`<h1>This address has an account</h1>
      <p class="lead">
        Somebody confirmed it for another account before. Sign in to that one, or set a new password for it.
      </p>
      <a class="button" href="${signInUrl()}">Sign in</a>
      <p class="back"><a href="/identity/reset">Set a new password</a></p>`,
  });

export const linkUsedUpPage = () =>
  renderPage({
    title: 'This link has done its work',
    content: html`<h1>This link has done its work</h1>
      <p class="lead">It was used already, or is too old. If you still need one, have a new one sent.</p>
      <a class="button" href="/identity/reset">Set a new password</a>
      <p class="back"><a href="/account">Your account</a>, where your address is confirmed</p>`,
  });
