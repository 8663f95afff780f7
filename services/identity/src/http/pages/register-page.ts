import { renderField } from './field.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';

export type RegistrationFaults = Partial<Record<'name' | 'email' | 'password', string>>;

export interface RegisterPage {
  readonly at: string;
  readonly name: string;
  readonly email: string;
  readonly faults?: RegistrationFaults;
  /** The account could not be made; never says why, since that would tell whose e-mail has one. */
  readonly refused?: boolean;
  readonly busy?: boolean;
}

const notice = ({ at, faults, refused, busy }: RegisterPage): Html | undefined => {
  if (busy) {
    return html`<div class="notice" role="alert">
      <p>Many people are signing in right now. Please try again in a moment.</p>
    </div>`;
  }
  if (refused) {
    return html`<div class="notice" role="alert">
      <p>We could not create an account with these details.</p>
      <p>If you have shopped with us before, <a href="${at}/sign-in">sign in instead</a>.</p>
    </div>`;
  }
  const count = Object.keys(faults ?? {}).length;
  if (count === 0) return undefined;
  return html`<div class="notice" role="alert">
    <p>${count === 1 ? 'One field needs another look.' : `${count} fields need another look.`}</p>
  </div>`;
};

export const registerPage = (page: RegisterPage): string => {
  const { at, name, email, faults = {} } = page;
  const message = notice(page);
  const firstFault = (['name', 'email', 'password'] as const).find((field) => faults[field]);
  return renderPage({
    title: message ? 'Error: create an account' : 'Create an account',
    content: html`<h1>Create an account</h1>
      <p class="lead">One account for your basket and your orders.</p>
      ${message}
      <form method="post" action="${at}/register" novalidate>
        ${renderField({
          name: 'name',
          label: 'Your name',
          type: 'text',
          autocomplete: 'name',
          value: name,
          maxLength: 100,
          fault: faults.name,
          autofocus: !firstFault || firstFault === 'name',
        })}
        ${renderField({
          name: 'email',
          label: 'E-mail address',
          type: 'email',
          autocomplete: 'username',
          value: email,
          maxLength: 254,
          fault: faults.email,
          autofocus: firstFault === 'email',
        })}
        ${renderField({
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 512,
          hint: 'At least 8 characters. A few words that only you would put together work well.',
          fault: faults.password,
          autofocus: firstFault === 'password',
        })}
        <button type="submit">Create account</button>
      </form>
      <p class="other">Have an account already? <a href="${at}/sign-in">Sign in</a></p>
      <p class="back"><a href="/">Back to the shop</a></p>`,
  });
};
