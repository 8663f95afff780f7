import { classNames } from '../../ui/class-names.ts';

interface FacetGroupProps {
  title: string;
  name: 'type' | 'brand';
  values: { slug: string; name: string; count: number }[];
  chosen: string[];
}

export const FacetGroup = ({ title, name, values, chosen }: FacetGroupProps) => (
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
            <input
              // The box follows the URL, also when somebody goes back.
              key={String(chosen.includes(value.slug))}
              type="checkbox"
              name={name}
              value={value.slug}
              defaultChecked={chosen.includes(value.slug)}
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
