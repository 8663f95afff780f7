import { html, type Html } from './html.ts';
import { say } from '../language/say.ts';

/** What the script asks a passkey by; hidden where the browser knows none. */
export const passkeyForm = (page: {
  at: string;
  again: string;
  options: object;
  proof?: string;
  label: string;
}): Html =>
  html`<form
    method="post"
    action="${page.at}/passkey${page.again}"
    id="passkey"
    data-options="${JSON.stringify(page.options)}"
    hidden
  >
    ${page.proof !== undefined && html`<input type="hidden" name="proof" value="${page.proof}" />`}
    <input type="hidden" name="response" />
    <p class="or">${say('or')}</p>
    <button type="submit" class="quiet">${page.label}</button>
    <p class="notice" role="alert" hidden>
      ${say('No passkey answered. Try once more, or sign in as before.')}
    </p>
  </form>`;

/** Served as an asset: asks the browser for a passkey, and sends what it says. */
export const passkeyScript = `const form = document.getElementById('passkey');
const { response } = form?.elements ?? {};
if (form && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (response.value !== '') return;
    event.preventDefault();
    const alert = form.querySelector('[role=alert]');
    alert.hidden = true;
    try {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(form.dataset.options));
      const credential = await navigator.credentials.get({ publicKey });
      response.value = JSON.stringify(credential.toJSON());
      form.requestSubmit();
    } catch {
      alert.hidden = false;
    }
  });
}
`;
