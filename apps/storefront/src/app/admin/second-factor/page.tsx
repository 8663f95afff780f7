import type { Metadata } from 'next';
import { signInPath } from '../../../api/sign-in-path.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';

export const metadata: Metadata = { title: 'A second factor' };

const signInAnew = signInPath('/admin', 'anew');

/** Where staff come who signed in by password alone, in a shop that asks for more. */
const SecondFactorPage = () => (
  <EmptyState flags="LI" title="The back office asks for a second factor">
    <p>
      Add a passkey or an app that shows codes on the page of your account, and sign in with it. Where you
      have one already, signing in anew is enough.
    </p>
    <div className="flex flex-wrap justify-center gap-3">
      <AppLink href="/account" className={button('quiet')}>
        To my account
      </AppLink>
      <a href={signInAnew} className={button('primary')}>
        Sign in anew
      </a>
    </div>
  </EmptyState>
);

export default SecondFactorPage;
