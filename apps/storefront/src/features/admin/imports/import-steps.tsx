import type { ProductImport } from '@quayside/contracts';
import { classNames } from '../../../ui/class-names.ts';

const steps = ['File', 'Columns', 'Faults', 'Result'] as const;

const stepOf: Readonly<Record<ProductImport['state'], number>> = {
  uploaded: 1,
  unreadable: 1,
  checking: 2,
  checked: 2,
  running: 3,
  done: 3,
};

/** Where an import is, from the file to its result. */
export const ImportSteps = ({
  state,
  shown,
}: {
  state?: ProductImport['state'];
  shown?: number | undefined;
}) => {
  const at = shown ?? (state ? stepOf[state] : 0);
  return (
    <ol aria-label="Steps" className="mb-8 grid grid-cols-4 gap-1.5 text-sm">
      {steps.map((step, number) => (
        <li
          key={step}
          {...(number === at && { 'aria-current': 'step' })}
          className={classNames(
            'border-t-4 pt-1.5',
            number === at
              ? 'border-glass font-semibold'
              : number < at
                ? 'border-ink'
                : 'border-rule text-ink-faint',
          )}
        >
          <span className="figures mr-1.5">{number + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  );
};
