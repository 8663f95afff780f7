import type { Product, ProductVariant } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { classNames } from '../../ui/class-names.ts';
import { choicesOf, type Choice } from './chosen-variant.ts';

interface VariantPickerProps {
  product: Product;
  chosen: ProductVariant;
  /** The page that is shown; a variant is chosen in its query. */
  path: string;
}

/** What options of sizes are called in the languages of the shop. */
const sizes: ReadonlySet<string> = new Set(['Size', 'Größe']);

/** Each choice is a page of its own address, so it works without a script and can be sent to somebody. */
export const VariantPicker = ({ product, chosen, path }: VariantPickerProps) => (
  <div className="mt-6 space-y-5">
    {product.options.map(({ name }, at) => (
      <div key={name} role="group" aria-label={name}>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="marginalia text-ink-soft">
            {name}: <span className="text-ink">{chosen.optionValues[at]}</span>
          </span>
          {sizes.has(name) && <SizeGuideLink />}
        </p>
        <ul className="mt-2 flex flex-wrap gap-2">
          {choicesOf(product, chosen, at).map((choice) => (
            <li key={choice.value}>
              <ChoiceLink path={path} choice={choice} />
            </li>
          ))}
        </ul>
      </div>
    ))}
  </div>
);

const SizeGuideLink = () => {
  const t = useTranslations('catalog');
  return (
    <AppLink
      href="/size-guide"
      className="inline-flex min-h-8 items-center text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
    >
      {t('sizeGuide')}
    </AppLink>
  );
};

const look =
  'figures inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm border px-3 text-sm';

const ChoiceLink = ({ path, choice: { value, isChosen, variant } }: { path: string; choice: Choice }) => {
  const t = useTranslations('catalog');
  if (!variant) {
    return (
      <span className={classNames(look, 'border-dashed border-rule text-ink-faint')}>
        <Spoken shown={value} said={t('notMadeSo', { value })} />
      </span>
    );
  }
  const isOut = variant.availableStock === 0;
  return (
    <AppLink
      href={`${path}?item=${variant.itemId}`}
      scroll={false}
      replace
      aria-current={isChosen ? 'true' : undefined}
      className={classNames(
        look,
        isChosen ? 'border-ink bg-ink text-sheet' : 'border-rule-strong hover:border-ink',
        isOut && 'line-through decoration-2',
      )}
    >
      {isOut ? <Spoken shown={value} said={t('outOfStock', { value })} /> : value}
    </AppLink>
  );
};

/** What is struck through or pale for the eye is said as one phrase to whoever listens. */
const Spoken = ({ shown, said }: { shown: string; said: string }) => (
  <>
    <span aria-hidden>{shown}</span>
    <span className="sr-only">{said}</span>
  </>
);
