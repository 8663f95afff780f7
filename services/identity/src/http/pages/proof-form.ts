import type { GuardedAction } from '@quayside/contracts';
import { html, type Html } from './html.ts';
import { say } from '../language/say.ts';

/** What makes a form ask for a task before it is sent, and solve it where there is one. */
export const provenBy = (action: GuardedAction): Html => html`data-proof-of-work="${action}"`;

/** Where that is said meanwhile; stands in the form. */
export const proofStatus = (): Html =>
  html`<p
    class="hint"
    role="status"
    data-said="${say('One moment: your browser computes something first.')}"
  ></p>`;

/**
 * Served as an asset: tasks are those of `altcha-lib`, whose widget would bring a stylesheet of its own. Whatever goes wrong, the form is
 * sent all the same, and told what is missing.
 */
export const proofScript = `const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const solve = async (challenge) => {
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
  const [first, saltBytes] = [bytesOf(nonce), bytesOf(salt)];
  const tried = new Uint8Array(first.length + 4);
  tried.set(first);
  const settings = { name: 'PBKDF2', hash: 'SHA-256', salt: saltBytes, iterations: cost };
  for (let counter = 0; ; counter += 1) {
    new DataView(tried.buffer).setUint32(first.length, counter);
    const key = await crypto.subtle.importKey('raw', tried, 'PBKDF2', false, ['deriveBits']);
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(settings, key, keyLength * 8)));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
};

for (const form of document.querySelectorAll('form[data-proof-of-work]')) {
  const { pathname, search } = new URL(form.action);
  const status = form.querySelector('[data-said]');
  let is = 'open';
  // Back from the page that came of it, in the browser's memory.
  addEventListener('pageshow', () => {
    is = 'open';
    status.textContent = '';
  });
  form.addEventListener('submit', async (event) => {
    if (is === 'proven') return;
    event.preventDefault();
    if (is === 'busy') return;
    is = 'busy';
    const query = new URLSearchParams(search);
    try {
      const answer = await fetch('/api/v1/proof-of-work/' + form.dataset.proofOfWork, { signal: AbortSignal.timeout(5000) });
      if (answer.status === 200) {
        status.textContent = status.dataset.said;
        const challenge = await answer.json();
        const proof = JSON.stringify({ challenge, solution: await solve(challenge) });
        query.set('proof-of-work', btoa(proof));
      }
    } catch {}
    const asked = query.toString();
    form.action = pathname + (asked && '?' + asked);
    is = 'proven';
    form.requestSubmit();
  });
}
`;
