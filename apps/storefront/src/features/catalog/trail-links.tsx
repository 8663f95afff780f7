import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import type { TrailStep } from './trail.ts';

/** The root of the tree has a flag of its own. */
export const TrailLinks = ({ steps, department }: { steps: readonly TrailStep[]; department?: string }) => {
  const t = useTranslations('frame');
  return (
    <nav aria-label={t('trail')}>
      <ol className="marginalia flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft">
        {steps.map(({ name, href }, at) => (
          <li key={href} className="inline-flex items-center gap-2">
            {at > 0 && (
              <span aria-hidden className="text-ink-faint">
                /
              </span>
            )}
            <AppLink href={href} className="inline-flex items-center gap-2 hover:text-ink hover:underline">
              {name === department && <SignalFlag of={name} className="h-4 w-4" />}
              {name}
            </AppLink>
          </li>
        ))}
      </ol>
    </nav>
  );
};
