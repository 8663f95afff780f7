'use client';

import type { BasketLine, Money } from '@quayside/contracts';
import { compare } from '@quayside/contracts/money';
import { Heart, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useMoney } from '../../ui/use-money.ts';
import { Picture } from '../../ui/picture.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { useProductPath } from '../../ui/use-product-path.ts';
import { useName } from '../../ui/use-name.ts';

interface BasketLineRowProps {
  line: BasketLine;
  subtotal: Money;
  maxQuantity: number;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
  onLater: () => void;
}

export const BasketLineRow = ({
  line,
  subtotal,
  maxQuantity,
  onQuantity,
  onRemove,
  onLater,
}: BasketLineRowProps) => {
  const t = useTranslations('basket');
  const nameOf = useName();
  const pathOf = useProductPath();
  const money = useMoney();
  return (
    <li
      // A new price starts the highlight afresh.
      key={line.unitPrice.amount}
      className={classNames(
        'grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 py-6 sm:grid-cols-[7.5rem_minmax(0,1fr)_auto] sm:gap-x-6',
        line.previousUnitPrice && 'just-changed',
      )}
      data-testid={`line-${line.itemId}`}
    >
      <Picture
        src={line.pictureUrl}
        alt=""
        first
        className={classNames('rounded-sm border border-rule', !line.available && 'opacity-45 grayscale')}
      />
      <div className="flex flex-col">
        <h2 className="text-lg leading-snug sm:text-xl">
          <AppLink
            href={`${pathOf(line)}?item=${line.itemId}`}
            className="underline-offset-4 hover:underline"
          >
            {nameOf(line)}
          </AppLink>
        </h2>
        <UnitPrice line={line} />
        {!line.available && (
          <p className="mt-1 text-sm font-semibold text-flag-red">
            {line.availableStock > 0 ? t('onlyLeft', { count: line.availableStock }) : t('noLongerThere')}
          </p>
        )}
        <div className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-2 pt-4">
          <QuantityField
            label={t('quantityOf', { name: nameOf(line) })}
            quantity={line.quantity}
            max={Math.min(maxQuantity, line.availableStock)}
            onChange={onQuantity}
          />
          <button
            type="button"
            onClick={onRemove}
            className="inline-flex min-h-11 items-center gap-1.5 text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
          >
            <Trash2 size={16} aria-hidden /> {t('remove')}
            <span className="sr-only"> {nameOf(line)}</span>
          </button>
          <button
            type="button"
            onClick={onLater}
            className="inline-flex min-h-11 items-center gap-1.5 text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
          >
            <Heart size={16} aria-hidden /> {t('later')}
            <span className="sr-only">: {nameOf(line)}</span>
          </button>
        </div>
      </div>
      <p className="figures col-start-2 mt-3 text-lg font-semibold sm:col-start-3 sm:mt-0 sm:text-right">
        {money(subtotal)}
      </p>
    </li>
  );
};

const UnitPrice = ({ line }: { line: BasketLine }) => {
  const t = useTranslations('basket');
  const money = useMoney();
  return line.previousUnitPrice ? (
    <p className="figures mt-1 flex flex-wrap items-baseline gap-x-2 text-note">
      <span className="sr-only">{t('priceWas')}</span>
      <s className="text-ink-faint">{money(line.previousUnitPrice)}</s>
      <span aria-hidden>→</span>
      <span className="sr-only">{t('priceNow')}</span>
      <strong>{money(line.unitPrice)}</strong>
      {line.previousUnitPrice.currency === line.unitPrice.currency && (
        <span className="marginalia">
          {compare(line.unitPrice, line.previousUnitPrice) > 0 ? t('up') : t('down')}
        </span>
      )}
    </p>
  ) : (
    <p className="figures mt-1 text-ink-soft">{t('each', { price: money(line.unitPrice) })}</p>
  );
};
