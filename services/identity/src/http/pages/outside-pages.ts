import { renderField } from './field.ts';
import { html, type Html } from './html.ts';
import { renderPage } from './layout.ts';
import { renderNotice } from './notice.ts';
import { passkeyForm } from './passkey-form.ts';
import { proofStatus, provenBy } from './proof-form.ts';
import { passkeyScriptUrl, proofScriptUrl } from './stylesheet.ts';
import { backToShop } from './back-to-shop.ts';
import { accountHref, inThisLanguage, say, sayHtml, sayReason } from '../language/say.ts';

const strong = (text: string): Html => html`<strong>${text}</strong>`;

/** Somebody shows that an account is theirs, which their account at another provider opens from then on. */
export const linkPage = (page: {
  at: string;
  again: string;
  /** The other provider. */
  label: string;
  /** There is an account with the address. */
  isKnown: boolean;
  passkey: object;
  email: string;
  notice?: string;
}): string => {
  const title = page.isKnown ? say('You have an account here') : say('Sign in to your account');
  return renderPage({
    scripts: [passkeyScriptUrl, proofScriptUrl],
    title: page.notice ? say('Error: {title}', { title }) : title,
    content: html`<h1>${title}</h1>
      <p class="lead">
        ${say('Sign in to it once as before. From then on {label} opens it as well.', { label: page.label })}
      </p>
      ${renderNotice(page.notice)}
      <form method="post" action="${page.at}/sign-in${page.again}" ${provenBy('sign-in')} novalidate>
        ${renderField({
          name: 'email',
          label: say('E-mail address'),
          type: 'email',
          autocomplete: 'username',
          value: page.email,
          maxLength: 254,
          autofocus: page.email === '',
        })}
        ${renderField({
          name: 'password',
          label: say('Password'),
          type: 'password',
          autocomplete: 'current-password',
          maxLength: 512,
          autofocus: page.email !== '',
        })}
        ${proofStatus()}
        <button type="submit">${say('Sign in and link')}</button>
      </form>
      ${passkeyForm({ at: page.at, again: page.again, options: page.passkey, label: say('Use a passkey') })}
      <p class="other"><a href="${inThisLanguage('/identity/reset')}">${say('Forgot your password?')}</a></p>
      ${backToShop()}`,
  });
};

/** Somebody new, whom another provider knows. */
export const welcomePage = (page: {
  at: string;
  again: string;
  label: string;
  name: string;
  email: string;
  /** It is confirmed by the provider's word, and cannot be another. */
  isEmailTrusted: boolean;
  faults?: { name?: string; email?: string };
  notice?: string;
}): string => {
  const faults = page.faults ?? {};
  const count = Object.keys(faults).length;
  const notice =
    page.notice ??
    (count === 0
      ? undefined
      : count === 1
        ? say('One field needs another look.')
        : say('{count} fields need another look.', { count }));
  const title = say('Welcome aboard');
  return renderPage({
    scripts: [proofScriptUrl],
    title: notice ? say('Error: {title}', { title }) : title,
    content: html`<h1>${title}</h1>
      <p class="lead">
        ${
          page.isEmailTrusted
            ? sayHtml('{label} knows you as {email}. Make an account here, and you are signed in.', {
                label: html`${page.label}`,
                email: strong(page.email),
              })
            : say('{label} knows you. Make an account here; we send you a mail to confirm the address.', {
                label: page.label,
              })
        }
      </p>
      ${renderNotice(notice)}
      <form
        method="post"
        action="${page.at}/outside/register${page.again}"
        ${provenBy('registration')}
        novalidate
      >
        ${renderField({
          name: 'name',
          label: say('Your name'),
          type: 'text',
          autocomplete: 'name',
          value: page.name,
          maxLength: 100,
          fault: faults.name && sayReason(faults.name),
          autofocus: !faults.email,
        })}
        ${
          page.isEmailTrusted
            ? html`<input type="hidden" name="email" value="${page.email}" />`
            : renderField({
                name: 'email',
                label: say('E-mail address'),
                type: 'email',
                autocomplete: 'email',
                value: page.email,
                maxLength: 254,
                fault: faults.email && sayReason(faults.email),
                autofocus: faults.email !== undefined && faults.name === undefined,
              })
        }
        ${proofStatus()}
        <button type="submit">${say('Create account')}</button>
      </form>
      <p class="other">
        ${say('Have an account already?')}
        <a href="${page.at}/outside/sign-in${page.again}">${say('Sign in and link')}</a>
      </p>
      ${backToShop()}`,
  });
};

/** Somebody came back from another provider to what was finished, or never began here. */
export const outsideLostPage = (): string =>
  renderPage({
    title: say('This page has gone out with the tide'),
    content: html`<h1>${say('This page has gone out with the tide')}</h1>
      <p class="lead">
        ${say('It was left open for too long, was used already, or was begun in another browser.')}
      </p>
      ${backToShop()}`,
  });

/** Why no link was made from the page of an account. */
export const notLinkedPage = (notice: string): string =>
  renderPage({
    title: say('That did not work'),
    content: html`<h1>${say('That did not work')}</h1>
      <p class="lead">${notice}</p>
      <a class="button" href="${accountHref()}">${say('Your account')}</a>
      ${backToShop()}`,
  });
