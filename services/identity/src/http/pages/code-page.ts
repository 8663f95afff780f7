import { renderField } from './field.ts';
import { html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { passkeyForm } from './passkey-form.ts';
import { passkeyScriptUrl } from './stylesheet.ts';
import { backToShop } from './back-to-shop.ts';
import { say } from '../language/say.ts';

/** The second step of signing in. */
export const codePage = (page: {
  at: string;
  again: string;
  proof: string;
  /** What a passkey of the account is asked by, where it has one. */
  passkey?: object;
  notice?: string;
}): string =>
  renderPage({
    ...(page.passkey && { scripts: [passkeyScriptUrl] }),
    title: page.notice ? say('Error: {title}', { title: say('Your code') }) : say('Your code'),
    content: html`<h1>${say('Your code')}</h1>
      <p class="lead">${say('Open your authenticator app and type the six digits it shows for Quayside.')}</p>
      ${renderNotice(page.notice)}
      <form method="post" action="${page.at}/code${page.again}" novalidate>
        <input type="hidden" name="proof" value="${page.proof}" />
        ${renderField({
          name: 'code',
          label: say('Code'),
          type: 'text',
          autocomplete: 'one-time-code',
          maxLength: 60,
          hint: say('No phone at hand? One of your recovery codes does as well.'),
          autofocus: true,
        })}
        <button type="submit">${say('Sign in')}</button>
      </form>
      ${
        page.passkey &&
        passkeyForm({
          ...{ at: page.at, again: page.again, proof: page.proof },
          ...{ options: page.passkey, label: say('Use a passkey') },
        })
      }
      <p class="other"><a href="${page.at}/sign-in${page.again}">${say('Begin anew')}</a></p>
      ${backToShop()}`,
  });
