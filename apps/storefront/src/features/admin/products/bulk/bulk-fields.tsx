import { ChoiceField } from '../../../../ui/choice-field.tsx';
import { Field } from '../../../../ui/field.tsx';
import type { Wanted } from './wanted-action.ts';

interface BulkFieldsProps {
  wanted: Wanted;
  /** By id. */
  categories: Readonly<Record<string, string>>;
  isUnfit: boolean;
  onChange: (wanted: Wanted) => void;
}

/** What an action has to know before it can be shown. */
export const BulkFields = ({ wanted, categories, isUnfit, onChange }: BulkFieldsProps) => {
  const { kind, currency } = wanted;
  if (kind === 'category') {
    return (
      <ChoiceField
        label="Category"
        name="bulk-category"
        value={wanted.categoryId}
        options={[
          { value: '', label: 'Choose one' },
          ...Object.entries(categories).map(([value, label]) => ({ value, label })),
        ]}
        onChoose={(categoryId) => onChange({ ...wanted, categoryId })}
      />
    );
  }
  if (kind === 'add-tag' || kind === 'remove-tag') {
    return (
      <Field
        label="Tag"
        name="bulk-tag"
        maxLength={40}
        autoComplete="off"
        value={wanted.tag}
        onChange={({ target }) => onChange({ ...wanted, tag: target.value })}
      />
    );
  }
  if (kind !== 'price') return null;
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <ChoiceField
        label="Direction"
        name="direction"
        value={wanted.direction}
        options={[
          { value: 'down', label: 'Cheaper' },
          { value: 'up', label: 'Dearer' },
        ]}
        onChoose={(direction) => onChange({ ...wanted, direction: direction as Wanted['direction'] })}
      />
      <ChoiceField
        label="By"
        name="by"
        value={wanted.by}
        options={[
          { value: 'percent', label: 'Percent' },
          { value: 'amount', label: `An amount in ${currency}` },
        ]}
        onChoose={(by) => onChange({ ...wanted, by: by as Wanted['by'] })}
      />
      <Field
        label="How much"
        name="figure"
        inputMode="decimal"
        autoComplete="off"
        value={wanted.figure}
        error={wanted.figure !== '' && isUnfit ? 'A figure such as 12.5' : undefined}
        onChange={({ target }) => onChange({ ...wanted, figure: target.value })}
      />
    </div>
  );
};
