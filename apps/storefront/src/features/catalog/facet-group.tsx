import { classNames } from '../../ui/class-names.ts';
import { TickBox } from './url-controls.tsx';

interface FacetGroupProps {
  title: string;
  name: 'type' | 'kind' | 'brand' | 'is';
  values: { slug: string; name: string; count: number }[];
  chosen: string[];
}

export const FacetGroup = (group: FacetGroupProps) => (
  <>
    {group.values.length > 0 && <Values {...group} />}
    {/* Chosen, and not among what was found: it stays chosen when something else is ticked. */}
    {group.chosen
      .filter((slug) => !group.values.some((value) => value.slug === slug))
      .map((slug) => (
        <input key={slug} type="hidden" name={group.name} value={slug} />
      ))}
  </>
);

const Values = ({ title, name, values, chosen }: FacetGroupProps) => (
  <fieldset className="border-t border-rule py-5">
    <legend className="marginalia float-left mb-3 w-full text-ink-soft">{title}</legend>
    <ul className="clear-left space-y-0.5">
      {values.map((value) => (
        <li key={value.slug}>
          <label
            className={classNames(
              'flex min-h-9 items-center gap-3 rounded-sm hover:text-glass',
              value.count === 0 && !chosen.includes(value.slug) && 'text-ink-faint',
            )}
          >
            <TickBox
              name={name}
              value={value.slug}
              checked={chosen.includes(value.slug)}
              className="h-[1.1rem] w-[1.1rem] accent-ink"
            />
            <span className="flex-1 leading-tight">{value.name}</span>
            <span className="figures text-sm text-ink-faint">{value.count}</span>
          </label>
        </li>
      ))}
    </ul>
  </fieldset>
);
