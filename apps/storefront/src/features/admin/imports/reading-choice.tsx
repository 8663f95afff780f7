import { readImportAnew } from '../../../api/browser/imports.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { delimiterWords, encodingWords, formatWords } from './import-words.ts';
import type { ImportInHand } from './use-import.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const SheetChoice = ({ hand: { one, take } }: { hand: ImportInHand }) => {
  const sheets = one.sheets ?? [];
  return (
    <ChoiceField
      label="Sheet"
      name="sheet"
      value={one.settings.sheet ?? ''}
      options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
      onChoose={(sheet) => void take(readImportAnew(one.id, { sheet }))}
    />
  );
};

const TextChoice = ({ hand: { one, take } }: { hand: ImportInHand }) => {
  const { encoding, delimiter } = one.settings;
  const readAnew = (next: Partial<typeof one.settings>) =>
    void take(readImportAnew(one.id, { encoding, delimiter, ...next }));
  return (
    <>
      <ChoiceField
        label="Encoding"
        name="encoding"
        value={encoding}
        options={choices(encodingWords)}
        onChoose={(chosen) => readAnew({ encoding: chosen as typeof encoding })}
      />
      <ChoiceField
        label="Between the cells"
        name="delimiter"
        value={delimiter}
        options={choices(delimiterWords)}
        onChoose={(chosen) => readAnew({ delimiter: chosen as typeof delimiter })}
      />
    </>
  );
};

/** How the bytes of a file become columns: of a workbook by its sheet, of a text by encoding and delimiter. */
export const ReadingChoice = ({ hand }: { hand: ImportInHand }) => {
  const { settings, sheets } = hand.one;
  return (
    <section aria-labelledby="reading" className="space-y-4">
      <h2 id="reading" className="text-2xl">
        How it is written
      </h2>
      <p className="text-ink-soft">
        It has the columns of <strong className="text-ink">{formatWords[settings.format]}</strong>.{' '}
        {sheets
          ? 'Formulas are taken by their values, numbers and dates as the workbook has them.'
          : 'If letters look wrong below, choose another encoding.'}
      </p>
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        {sheets ? <SheetChoice hand={hand} /> : <TextChoice hand={hand} />}
      </div>
    </section>
  );
};
