'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { addToBasket } from '../../api/browser/basket.ts';
import { likelyCountry } from '../../i18n/likely-country.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { useWaking } from '../../ui/use-waking.ts';
import { addTrouble } from './basket-trouble.ts';

interface AddToBasketProps {
  itemId: number;
  name: string;
  /** The most one may put in: what is in stock, or the basket's own limit. */
  max: number;
}

type State = { step: 'idle' | 'adding' } | { step: 'added'; held: number } | { step: 'refused'; why: string };

export const AddToBasket = ({ itemId, name, max }: AddToBasketProps) => {
  const t = useTranslations('basket');
  const locale = useLocale();
  const waking = useWaking();
  const [quantity, setQuantity] = useState(1);
  const [state, setState] = useState<State>({ step: 'idle' });

  const add = async () => {
    if (state.step === 'adding') return;
    setState({ step: 'adding' });
    const result = await addToBasket(itemId, quantity, likelyCountry(locale));
    if (!result.ok) return setState({ step: 'refused', why: addTrouble(result.problem, quantity, t) });
    const held = result.data.items.find((line) => line.itemId === itemId)?.quantity ?? quantity;
    setState({ step: 'added', held });
    setQuantity(1);
  };

  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-3">
        <QuantityField label={t('howMany', { name })} quantity={quantity} max={max} onChange={setQuantity} />
        <button
          type="button"
          className={button('go', 'max-h-11.5 flex-1 px-8')}
          onClick={() => void add()}
          aria-disabled={state.step === 'adding'}
          {...waking}
        >
          {state.step === 'adding' ? t('adding') : t('add')}
        </button>
      </div>
      <div aria-live="polite">
        {state.step === 'added' && (
          <p className="flex flex-wrap items-center gap-2 border-l-4 border-glass bg-glass-soft px-4 py-3">
            <Check size={18} className="text-glass" aria-hidden />
            <span>{t('added', { held: state.held })}</span>
            <AppLink href="/basket" className="font-semibold underline underline-offset-4">
              {t('goThere')}
            </AppLink>
          </p>
        )}
        {state.step === 'refused' && (
          <Notice look="trouble" title={t('notAdded')} children={<p>{state.why}</p>} />
        )}
      </div>
    </div>
  );
};
