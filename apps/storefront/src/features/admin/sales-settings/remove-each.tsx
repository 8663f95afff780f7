import { button } from '../../../ui/button.ts';

interface RemoveEachProps {
  of: readonly string[];
  label: (one: string) => string;
  onRemove: (one: string) => void;
}

/** A button for each that may go. */
export const RemoveEach = ({ of, label, onRemove }: RemoveEachProps) => (
  <p className="mt-3 flex flex-wrap gap-x-4">
    {of.map((one) => (
      <button key={one} type="button" className={button('bare', 'px-1')} onClick={() => onRemove(one)}>
        {label(one)}
      </button>
    ))}
  </p>
);
