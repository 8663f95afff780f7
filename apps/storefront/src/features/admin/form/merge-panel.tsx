'use client';

import type { FormField } from './form-fields.ts';
import { mergeOf, type FormValues } from './form-values.ts';
import { StalePanel } from './stale-panel.tsx';

interface MergePanelProps {
  fields: readonly FormField[];
  base: FormValues;
  mine: FormValues;
  theirs: FormValues;
  /** What is to stand in the form: theirs, or theirs with what this person changed. */
  onValues: (values: FormValues, of: 'theirs' | 'both') => void;
}

/** The stale panel of a form whose fields are texts by name. */
export const MergePanel = ({ onValues, ...sides }: MergePanelProps) => {
  const { merged, ...told } = mergeOf(sides.fields, sides);
  return (
    <StalePanel
      {...sides}
      {...told}
      onTake={() => onValues(sides.theirs, 'theirs')}
      onOverwrite={() => onValues(merged, 'both')}
    />
  );
};
