import type { Metadata } from 'next';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';

export const metadata: Metadata = { title: 'Your data is deleted', robots: { index: false } };

const GuestForgottenPage = () => (
  <EmptyState flags="P" title="Your data is deleted">
    <p>
      Of what you ordered as a guest we keep what the books need, and nothing of you. What had not left is
      cancelled, and its money goes back. Fair winds!
    </p>
    <AppLink href="/catalog" className={button('primary')}>
      To the shop
    </AppLink>
  </EmptyState>
);

export default GuestForgottenPage;
