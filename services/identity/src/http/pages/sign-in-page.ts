import { renderField } from './field.ts';
import { html } from './html.ts';
import { renderPage } from './layout.ts';

export interface SignInPage {
  /** Path of the interaction: `/identity/interaction/<uid>`. */
  readonly at: string;
  readonly email: string;
  readonly notice?: string;
}

export const signInPage = ({ at, email, notice }: SignInPage): string =>
  renderPage({
    title: notice ? 'Error: sign in' : 'Sign in',
    content: html`<h1>Welcome back</h1>
      <p class="lead">Sign in to check out and to follow your orders.</p>
      ${notice !== undefined && html`<div class="notice" role="alert"><p>${notice}</p></div>`}
      <form method="post" action="${at}/sign-in" novalidate>
        ${renderField({
          name: 'email',
          label: 'E-mail address',
          type: 'email',
          autocomplete: 'username',
          value: email,
          maxLength: 254,
          autofocus: email === '',
        })}
        ${renderField({
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'current-password',
          maxLength: 512,
          autofocus: email !== '',
        })}
        <button type="submit">Sign in</button>
      </form>
      <p class="other">New at Quayside? <a href="${at}/register">Create an account</a></p>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });
