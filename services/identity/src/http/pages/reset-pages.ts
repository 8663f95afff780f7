import { renderField } from './field.ts';
import { html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { signInUrl } from './sign-in-url.ts';

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
    title: fault || notice ? 'Error: a new password' : 'A new password',
    content: html`<h1>A new password</h1>
      <p class="lead">Tell us your address. We send you a link to choose a new password.</p>
      ${renderNotice(notice)}
      <form method="post" action="/identity/reset" novalidate>
        ${renderField({
          name: 'email',
          label: 'E-mail address',
          type: 'email',
          autocomplete: 'username',
          value: email,
          maxLength: 254,
          fault,
          autofocus: true,
        })}
        <button type="submit">Send me a link</button>
      </form>
      <p class="other">It came back to you? <a href="${signInUrl()}">Sign in</a></p>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });

/** The same whether there is such an account or not. */
export const resetAskedPage = (email: string) =>
  renderPage({
    title: 'Look into your mailbox',
    content: html`<h1>Look into your mailbox</h1>
      <p class="lead">
        If <strong>${email}</strong> has an account with us, a link is on its way there. It works for half an
        hour.
      </p>
      <p>Nothing came? Look among the unwanted mail, or <a href="/identity/reset">ask once more</a>.</p>
      <a class="button" href="/">Back to the shop</a>`,
  });

export const newPasswordPage = (page: { token: string; email: string; fault?: string; notice?: string }) =>
  renderPage({
    title: page.fault || page.notice ? 'Error: choose a new password' : 'Choose a new password',
    content: html`<h1>Choose a new password</h1>
      <p class="lead">
        For <strong>${page.email}</strong>. Whoever is signed in to the account is signed out.
      </p>
      ${renderNotice(page.notice)}
      <form method="post" action="/identity/reset/new" novalidate>
        <input type="hidden" name="token" value="${page.token}" />
        ${renderField({
          name: 'password',
          label: 'New password',
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 512,
          hint: 'At least 8 characters. A few words that only you would put together work well.',
          fault: page.fault,
          autofocus: true,
        })}
        <button type="submit">Set the password</button>
      </form>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });

export const passwordSetPage = () =>
  renderPage({
    title: 'Your password is set',
    content: html`<h1>Your password is set</h1>
      <p class="lead">Whoever was signed in to your account is signed out. Sign in with the new password.</p>
      <a class="button" href="${signInUrl()}">Sign in</a>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });
