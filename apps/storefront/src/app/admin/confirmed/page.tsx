import type { Metadata } from 'next';
import { Confirmed } from '../../../features/admin/step-up/confirmed.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';

export const metadata: Metadata = { title: 'It is you' };

const ConfirmedPage = () => (
  <EmptyState flags="C" title="It is you">
    <p>What you were about to do goes on in the other window. You can close this one.</p>
    <Confirmed />
  </EmptyState>
);

export default ConfirmedPage;
