import type { CostlyAction } from '../shared/limits.ts';

interface ProviderForm {
  readonly method: 'POST';
  /** In lower case, as the provider's pages are found in any. */
  readonly path: `/identity/${string}`;
  readonly costs: CostlyAction;
}

/** What is sent to the OpenID provider's pages and costs more than any other form of theirs. */
export const providerForms: readonly ProviderForm[] = [
  { method: 'POST', path: '/identity/interaction/:uid/sign-in', costs: 'sign-in' },
  { method: 'POST', path: '/identity/interaction/:uid/register', costs: 'registration' },
  { method: 'POST', path: '/identity/reset', costs: 'reset' },
  { method: 'POST', path: '/identity/interaction/:uid/outside/sign-in', costs: 'sign-in' },
  { method: 'POST', path: '/identity/interaction/:uid/outside/register', costs: 'registration' },
];
