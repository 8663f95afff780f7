'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { isTooMany, wantedQuantity } from './wanted-quantity.ts';

interface QuantityFieldProps {
  /** Read out to those who cannot see what the field stands beside. */
  label: string;
  quantity: number;
  max: number;
  onChange: (quantity: number) => void;
}

/** A number from 1 to `max`; typing is taken over on leaving the field or with Enter. */
export const QuantityField = ({ label, quantity, max, onChange }: QuantityFieldProps) => {
  const t = useTranslations('quantity');
  const [typed, setTyped] = useState(String(quantity));
  const [cut, setCut] = useState(false);
  useEffect(() => setTyped(String(quantity)), [quantity]);

  const take = (text: string) => {
    const wanted = wantedQuantity(text, { quantity, max });
    setTyped(String(wanted));
    setCut(isTooMany(text, max) && text !== String(quantity));
    if (wanted !== quantity) onChange(wanted);
  };
  const step =
    'grid h-11 w-10 place-items-center hover:bg-land disabled:opacity-35 disabled:hover:bg-transparent';

  return (
    <div className="inline-block w-min">
      <div role="group" aria-label={label} className="inline-flex rounded-sm border border-ink bg-sheet">
        <button
          type="button"
          className={step}
          onClick={() => take(String(quantity - 1))}
          disabled={quantity <= 1}
        >
          <Minus size={16} aria-hidden />
          <span className="sr-only">{t('less')}</span>
        </button>
        <input
          className="figures w-11 border-x border-rule bg-transparent text-center font-semibold"
          inputMode="numeric"
          aria-label={label}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => take(typed)}
          onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), take(typed))}
        />
        <button
          type="button"
          className={step}
          onClick={() => take(String(quantity + 1))}
          disabled={quantity >= max}
        >
          <Plus size={16} aria-hidden />
          <span className="sr-only">{t('more')}</span>
        </button>
      </div>
      <p role="status" className="mt-1 text-sm text-note empty:hidden">
        {cut && t('cut', { max, quantity })}
      </p>
    </div>
  );
};
