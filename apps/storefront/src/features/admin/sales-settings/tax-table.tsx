import type { RegionTax, SalesSettings } from '@quayside/contracts/money';
import { X } from 'lucide-react';
import { inputLook } from '../../../ui/field.tsx';
import { Cell, type Editing } from './cell.tsx';
import { countryName } from './settings-values.ts';

interface TaxTableProps {
  settings: SalesSettings;
  editing: Editing;
  onRemove: (country: string) => void;
  onRemoveState: (country: string, code: string) => void;
}

const Rates = ({
  at,
  where,
  tax,
  editing,
}: {
  at: string;
  where: string;
  tax: RegionTax;
  editing: Editing;
}) => (
  <>
    {Object.keys(tax.rates).map((name) => (
      <td key={name} className="px-1.5 py-1 align-top">
        <Cell
          name={`${at}.rate.${name}`}
          label={`${where}: ${name} rate`}
          editing={editing}
          className="w-20!"
        />
      </td>
    ))}
    <td className="px-1.5 py-1 align-top">
      <Cell
        name={`${at}.shipping`}
        label={`${where}: rate of shipping`}
        editing={editing}
        className="w-20!"
      />
    </td>
  </>
);

const Remove = ({ what, onRemove }: { what: string; onRemove: () => void }) => (
  <button
    type="button"
    aria-label={`Remove ${what}`}
    title={`Remove ${what}`}
    className="grid h-8 w-8 shrink-0 place-items-center text-ink-soft hover:text-flag-red"
    onClick={onRemove}
  >
    <X size={15} aria-hidden />
  </button>
);

const Head = ({ classes, others }: { classes: readonly string[]; others: readonly string[] }) => (
  <thead className="marginalia sticky top-0 z-20 border-b border-ink bg-land text-ink-soft">
    <tr>
      <th scope="col" className="sticky left-0 bg-land px-3 py-2 font-semibold max-sm:pl-1">
        Where
      </th>
      {[...classes.map((name) => `${name} %`), 'shipping %', ...others].map((label) => (
        <th key={label} scope="col" className="px-1.5 py-2 font-semibold">
          {label}
        </th>
      ))}
    </tr>
  </thead>
);

/** Stays where it is while a narrow screen is scrolled along the row. */
const rowHead = 'sticky left-0 z-10 bg-paper px-3 py-1 font-semibold max-sm:pl-1';

const Scrolled = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="isolate overflow-auto border-y border-ink max-sm:max-h-112"
  >
    <table className="w-full min-w-[56rem] text-left">{children}</table>
  </div>
);

/** Who is sold to, at which rates, and in which currencies; the states of a country below it. */
export const TaxTable = ({ settings, editing, onRemove, onRemoveState }: TaxTableProps) => (
  <>
    <Scrolled label="Taxes by country">
      <Head classes={settings.taxClasses} others={['called', 'in prices', 'currencies']} />
      <tbody className="divide-y divide-rule">
        {settings.countries.map(({ country, tax }) => {
          const [at, where] = [`country.${country}`, countryName(country)];
          return (
            <tr key={country}>
              <th scope="row" className={rowHead}>
                <span className="flex items-center justify-between gap-2">
                  {where}
                  {editing.values['defaultCountry'] !== country && (
                    <Remove what={where} onRemove={() => onRemove(country)} />
                  )}
                </span>
              </th>
              <Rates at={at} where={where} tax={tax} editing={editing} />
              <td className="px-1.5 py-1 align-top">
                <Cell
                  name={`${at}.called`}
                  label={`${where}: what the tax is called`}
                  editing={editing}
                  className="w-28!"
                />
              </td>
              <td className="px-1.5 py-1 align-top">
                <select
                  aria-label={`${where}: in prices`}
                  value={editing.values[`${at}.included`]}
                  onChange={({ target }) => editing.set(`${at}.included`, target.value)}
                  className={`${inputLook} menu-arrow w-28!`}
                >
                  <option value="yes">Included</option>
                  <option value="no">Added</option>
                </select>
              </td>
              <td className="px-1.5 py-1 align-top">
                <Cell
                  name={`${at}.currencies`}
                  label={`${where}: currencies`}
                  editing={editing}
                  className="w-32!"
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Scrolled>
    {settings.countries.map(
      ({ country, states }) =>
        states && (
          <details key={country} className="border-b border-rule">
            <summary className="inline-flex min-h-11 items-center font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink">
              {states.length === 1 ? 'The one state' : `The ${states.length} states`} of{' '}
              {countryName(country)}
            </summary>
            <Scrolled label={`Taxes by state of ${countryName(country)}`}>
              <Head classes={settings.taxClasses} others={[]} />
              <tbody className="divide-y divide-rule">
                {states.map((state) => (
                  <tr key={state.code}>
                    <th scope="row" className={rowHead}>
                      <span className="flex items-center justify-between gap-2">
                        {state.name}
                        <Remove
                          what={`${state.name}, ${countryName(country)}`}
                          onRemove={() => onRemoveState(country, state.code)}
                        />
                      </span>
                    </th>
                    <Rates
                      at={`country.${country}.${state.code}`}
                      where={state.name}
                      tax={state.tax}
                      editing={editing}
                    />
                  </tr>
                ))}
              </tbody>
            </Scrolled>
          </details>
        ),
    )}
  </>
);
