'use client';

import { nameIn, type Basket } from '@quayside/contracts';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { FieldMessage, inputLook } from '../../ui/field.tsx';

type Coupon = NonNullable<Basket['coupon']>;

interface CouponFieldProps {
  coupon: Coupon | undefined;
  /** Answers what is wrong with the code, where something is. */
  onUse: (code: string) => Promise<string | undefined>;
  onDrop: () => void;
}

/** The code that the basket is priced with, or a place to type one. */
export const CouponField = ({ coupon, onUse, onDrop }: CouponFieldProps) => {
  const t = useTranslations('basket.coupon');
  const locale = useLocale();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  if (coupon)
    return (
      <div className="flex items-start justify-between gap-3 text-sm" data-testid="coupon">
        <p>
          <span className="font-semibold break-all">{coupon.code}</span>
          <span className={coupon.state === 'applied' ? 'block text-glass' : 'block text-ink-faint'}>
            {t(`states.${coupon.state}`, {
              name: nameIn({ name: coupon.name ?? '', names: coupon.names }, locale),
              percent: coupon.discountPercent ?? 0,
            })}
          </span>
        </p>
        <button
          type="button"
          aria-label={t('drop', { code: coupon.code })}
          onClick={onDrop}
          className={button('bare', '-mt-2 -mr-2 px-2')}
        >
          <X size={17} aria-hidden />
        </button>
      </div>
    );
  const use = async (event: FormEvent) => {
    event.preventDefault();
    if (isAsking) return;
    if (code.trim() === '') return setFault(t('typeFirst'));
    setAsking(true);
    const found = await onUse(code);
    setAsking(false);
    setFault(found);
    if (!found) setCode('');
  };
  return (
    <form noValidate onSubmit={(event) => void use(event)}>
      <label htmlFor="coupon" className="mb-1 block text-sm font-semibold">
        {t('code')}
      </label>
      <div className="flex gap-2">
        <input
          id="coupon"
          name="coupon"
          value={code}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'coupon-error' : undefined}
          onChange={({ target }) => {
            setCode(target.value);
            setFault(undefined);
          }}
          className={`${inputLook} min-w-0`}
        />
        <button aria-disabled={isAsking} className={button('quiet', 'shrink-0 px-4')}>
          {t('use')}
        </button>
      </div>
      <div role="status">
        <FieldMessage name="coupon" error={fault} />
      </div>
    </form>
  );
};
