import { renderField } from './field.ts';
import { html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { outsideChoices } from './outside-choices.ts';
import { passkeyForm } from './passkey-form.ts';
import { proofStatus, provenBy } from './proof-form.ts';
import { passkeyScriptUrl, proofScriptUrl } from './stylesheet.ts';
import { backToShop } from './back-to-shop.ts';
import { inThisLanguage, say } from '../language/say.ts';

export interface SignInPage {
  /** Path of the interaction: `/identity/interaction/<uid>`. */
  readonly at: string;
  /** The query that keeps the way back. */
  readonly again: string;
  /** Somebody who is signed in shows once more that it is them. */
  readonly isOnceMore?: boolean;
  /** What a passkey is asked by. */
  readonly passkey: object;
  /** Other providers by which one may sign in. */
  readonly offered?: readonly { readonly id: string; readonly label: string }[];
  readonly email: string;
  readonly notice?: string;
}

export const signInPage = ({
  at,
  again,
  isOnceMore = false,
  passkey,
  offered = [],
  email,
  notice,
}: SignInPage): string =>
  renderPage({
    scripts: [passkeyScriptUrl, proofScriptUrl],
    title: notice ? say('Error: {title}', { title: say('Sign in') }) : say('Sign in'),
    content: html`<h1>${isOnceMore ? say('Is it you?') : say('Welcome back')}</h1>
      <p class="lead">
        ${
          isOnceMore
            ? say('What you are about to do asks for your password once more.')
            : say('Sign in to check out and to follow your orders.')
        }
      </p>
      ${renderNotice(notice)}
      <form method="post" action="${at}/sign-in${again}" ${provenBy('sign-in')} novalidate>
        ${renderField({
          name: 'email',
          label: say('E-mail address'),
          type: 'email',
          autocomplete: 'username',
          value: email,
          maxLength: 254,
          autofocus: email === '',
        })}
        ${renderField({
          name: 'password',
          label: say('Password'),
          type: 'password',
          autocomplete: 'current-password',
          maxLength: 512,
          autofocus: email !== '',
        })}
        ${proofStatus()}
        <button type="submit">${say('Sign in')}</button>
      </form>
      ${passkeyForm({ at, again, options: passkey, label: say('Use a passkey') })}
      ${outsideChoices({ at, again, offered })}
      ${
        isOnceMore
          ? html``
          : html`<p class="other">
              ${say('New at Quayside?')} <a href="${at}/register${again}">${say('Create an account')}</a>
            </p>`
      }
      <p class="back"><a href="${inThisLanguage('/identity/reset')}">${say('Forgot your password?')}</a></p>
      ${backToShop()}`,
  });
