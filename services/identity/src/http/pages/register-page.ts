import { renderField } from './field.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { proofStatus, provenBy } from './proof-form.ts';
import { proofScriptUrl } from './stylesheet.ts';
import { outsideChoices } from './outside-choices.ts';
import { busyText } from './wait-text.ts';
import { backToShop } from './back-to-shop.ts';
import { say, sayReason } from '../language/say.ts';

export type RegistrationFaults = Partial<Record<'name' | 'email' | 'password', string>>;

export interface RegisterPage {
  readonly at: string;
  /** The query that keeps the way back. */
  readonly again: string;
  readonly name: string;
  readonly email: string;
  readonly faults?: RegistrationFaults;
  readonly busy?: boolean;
  /** Other providers by which one may sign in. */
  readonly offered?: readonly { readonly id: string; readonly label: string }[];
}

const notice = ({ faults, busy }: RegisterPage): Html | undefined => {
  if (busy) return renderNotice(busyText());
  const count = Object.keys(faults ?? {}).length;
  if (count === 0) return undefined;
  return renderNotice(
    count === 1 ? say('One field needs another look.') : say('{count} fields need another look.', { count }),
  );
};

export const registerPage = (page: RegisterPage): string => {
  const { at, again, name, email, faults = {} } = page;
  const message = notice(page);
  const firstFault = (['name', 'email', 'password'] as const).find((field) => faults[field]);
  return renderPage({
    scripts: [proofScriptUrl],
    title: message ? say('Error: {title}', { title: say('Create an account') }) : say('Create an account'),
    content: html`<h1>${say('Create an account')}</h1>
      <p class="lead">
        ${say('One account for your basket and your orders. We send you a mail to confirm the address.')}
      </p>
      ${message}
      <form method="post" action="${at}/register${again}" ${provenBy('registration')} novalidate>
        ${renderField({
          name: 'name',
          label: say('Your name'),
          type: 'text',
          autocomplete: 'name',
          value: name,
          maxLength: 100,
          fault: faults.name && sayReason(faults.name),
          autofocus: !firstFault || firstFault === 'name',
        })}
        ${renderField({
          name: 'email',
          label: say('E-mail address'),
          type: 'email',
          autocomplete: 'username',
          value: email,
          maxLength: 254,
          fault: faults.email && sayReason(faults.email),
          autofocus: firstFault === 'email',
        })}
        ${renderField({
          name: 'password',
          label: say('Password'),
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 512,
          hint: say('At least 8 characters. A few words that only you would put together work well.'),
          fault: faults.password && sayReason(faults.password),
          autofocus: firstFault === 'password',
        })}
        ${proofStatus()}
        <button type="submit">${say('Create account')}</button>
      </form>
      ${outsideChoices({ at, again, offered: page.offered ?? [] })}
      <p class="other">
        ${say('Have an account already?')} <a href="${at}/sign-in${again}">${say('Sign in')}</a>
      </p>
      ${backToShop()}`,
  });
};
