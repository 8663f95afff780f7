import { classNames } from '../../../ui/class-names.ts';
import { inputLook } from '../../../ui/field.tsx';
import { fieldGroups } from './import-words.ts';

interface ColumnListProps {
  columns: readonly string[];
  sample: readonly (readonly string[])[];
  mapping: readonly (string | null)[];
  onMap: (mapping: (string | null)[]) => void;
}

const knownFields = new Set(fieldGroups.flatMap(({ fields }) => Object.keys(fields)));

/** The first cells of a column that say something. */
const samplesOf = (sample: readonly (readonly string[])[], column: number): string[] =>
  [...new Set(sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== ''))].slice(0, 3);

/** The columns of a file, each with some of its cells and a choice of what they say. */
export const ColumnList = ({ columns, sample, mapping, onMap }: ColumnListProps) => (
  <ul className="divide-y divide-rule border-y border-rule-strong">
    {columns.map((name, column) => {
      const field = mapping[column] ?? '';
      const id = `column-${column}`;
      return (
        <li
          key={id}
          className={classNames(
            'grid items-center gap-x-5 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_18rem]',
            field === '' && 'text-ink-faint',
          )}
        >
          <label htmlFor={id} className="font-semibold wrap-anywhere">
            {name === '' ? `Column ${column + 1}` : name}
          </label>
          <span className="truncate text-sm" title={samplesOf(sample, column).join(' · ')}>
            {samplesOf(sample, column).join(' · ') || 'empty in the first rows'}
          </span>
          <select
            id={id}
            value={field}
            onChange={({ currentTarget }) =>
              onMap(mapping.map((one, at) => (at === column ? currentTarget.value || null : one)))
            }
            className={classNames(inputLook, 'menu-arrow')}
          >
            <option value="">Left out</option>
            {field !== '' && !knownFields.has(field) && <option value={field}>{field}</option>}
            {fieldGroups.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {Object.entries(group.fields).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </li>
      );
    })}
  </ul>
);
