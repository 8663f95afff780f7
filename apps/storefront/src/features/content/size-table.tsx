interface SizeTableProps {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export const SizeTable = ({ caption, head, rows }: SizeTableProps) => (
  <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
    <table className="figures w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-ink">
          {head.map((name) => (
            <th key={name} scope="col" className="marginalia py-2 pr-6 text-ink-soft">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([size, ...measures]) => (
          <tr key={size} className="border-b border-rule">
            <th scope="row" className="py-2 pr-6 font-semibold text-ink">
              {size}
            </th>
            {measures.map((measure, at) => (
              <td key={head[at + 1]} className="py-2 pr-6 whitespace-nowrap">
                {measure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
