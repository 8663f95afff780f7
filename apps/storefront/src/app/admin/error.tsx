'use client';

import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

const ErrorPage = ({ error, retry }: { error: unknown; retry: () => void }) => (
  <EmptyState flags="U" title="This page does not answer">
    <p>The service behind it does not answer right now. Nothing was changed.</p>
    <button type="button" onClick={() => retry()} className={button('primary')}>
      Try again
    </button>
    {error instanceof Error && 'digest' in error && (
      <p className="figures text-sm text-ink-faint">Reference {String(error.digest)}</p>
    )}
  </EmptyState>
);

export default ErrorPage;
