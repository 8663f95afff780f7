'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { confirmStockRequest, endStockRequests } from '../../api/browser/stock-requests.ts';
import { endMails } from '../../api/browser/mail-choices.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';

type Purpose = 'confirm' | 'end' | 'end-reviews';
type Outcome = { said: string; text: string; slug?: string } | 'dead';

const form = /^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/;

const onHashChange = (tell: () => void) => {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
};

const asks = {
  confirm: { title: 'confirmTitle', text: 'confirmText', press: 'confirm' },
  end: { title: 'endTitle', text: 'endText', press: 'end' },
  'end-reviews': { title: 'endReviewsTitle', text: 'endReviewsText', press: 'endReviews' },
} as const;

/** Opened by programs that look into mail, a link does nothing: it takes a press. */
export const FollowLink = ({ purpose }: { purpose: Purpose }) => {
  const t = useTranslations('waiting');
  const link = useSyncExternalStore(
    onHashChange,
    () => location.hash.slice(1),
    () => undefined,
  );
  const [outcome, setOutcome] = useState<Outcome>();
  const [hasFailed, setFailed] = useState(false);

  const follow = async () => {
    const given = link ?? '';
    if (purpose !== 'confirm') {
      const isOfStock = purpose === 'end';
      const result = await (isOfStock ? endStockRequests(given) : endMails(given));
      if (result.ok)
        return setOutcome(
          isOfStock
            ? { said: t('ended'), text: t('endedText') }
            : { said: t('endedReviews'), text: t('endedReviewsText') },
        );
      return result.problem.status === 404 ? setOutcome('dead') : setFailed(true);
    }
    const result = await confirmStockRequest(given);
    if (!result.ok) return result.problem.status === 404 ? setOutcome('dead') : setFailed(true);
    const { name, slug } = result.data.item;
    setOutcome({ said: t('confirmed', { item: name }), text: t('confirmedText'), slug });
  };

  if (outcome === 'dead' || (link !== undefined && !form.test(link)))
    return (
      <EmptyState flags="U" title={t('deadTitle')}>
        <p>{t('deadText')}</p>
        <p className="mt-4">
          <AppLink href="/" className={button('bare')}>
            {t('toShop')}
          </AppLink>
        </p>
      </EmptyState>
    );
  if (outcome)
    return (
      <div role="status">
        <EmptyState flags="C" title={outcome.said}>
          <p>{outcome.text}</p>
          <p className="mt-4">
            <AppLink href={outcome.slug ? `/products/${outcome.slug}` : '/'} className={button('bare')}>
              {t('toShop')}
            </AppLink>
          </p>
        </EmptyState>
      </div>
    );
  const { title, text, press } = asks[purpose];
  return (
    <EmptyState flags="K" title={t(title)}>
      <p>{t(text)}</p>
      {hasFailed && <Notice look="trouble" live title={t('failed')} />}
      <p className="mt-5">
        <button
          type="button"
          disabled={link === undefined}
          onClick={() => void follow()}
          className={button('primary')}
        >
          {t(press)}
        </button>
      </p>
    </EmptyState>
  );
};
