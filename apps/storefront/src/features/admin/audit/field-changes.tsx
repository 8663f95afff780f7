type Fields = Readonly<Record<string, unknown>> | undefined;

const textOf = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.join(', ') || 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Each field before and after; of what is new or gone, the fields it has or had. */
export const FieldChanges = ({ before, after }: { before: Fields; after: Fields }) => {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return (
    <dl className="grid content-start gap-y-1 text-[0.95rem]">
      {names.map((name) => (
        <div key={name} className="grid gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="text-ink-faint">{name}</dt>
          <dd className="wrap-anywhere">
            {before && name in before && (
              <del className="mr-2 text-ink-soft decoration-flag-red">{textOf(before[name])}</del>
            )}
            {after && name in after && <ins className="font-medium no-underline">{textOf(after[name])}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
