import { useTranslations } from 'next-intl';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { CheckoutState } from './checkout-state.ts';
import { StillUnknown } from './review-step.tsx';

interface FinishingOrderProps {
  state: CheckoutState['sending'];
  onRetry: () => void;
}

/** Between sending the order and its page; also after a reload in the middle of it. */
export const FinishingOrder = ({ state, onRetry }: FinishingOrderProps) => {
  const t = useTranslations('checkout');
  return (
    <EmptyState flags="K" title={t('placingTitle')}>
      {state === 'unknown' ? (
        <StillUnknown onRetry={onRetry} />
      ) : (
        <p role="status" aria-live="polite">
          {t('oneMoment')}
        </p>
      )}
    </EmptyState>
  );
};
