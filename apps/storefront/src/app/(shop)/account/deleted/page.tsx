import type { Metadata } from 'next';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';

export const metadata: Metadata = { title: 'Your account is deleted', robots: { index: false } };

const AccountDeletedPage = () => (
  <EmptyState flags="P" title="Your account is deleted">
    <p>You are signed out everywhere. Fair winds, and thank you for having been here.</p>
    <AppLink href="/catalog" className={button('primary')}>
      To the shop
    </AppLink>
  </EmptyState>
);

export default AccountDeletedPage;
