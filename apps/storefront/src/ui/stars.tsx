import { Star, StarHalf } from 'lucide-react';
import { classNames } from './class-names.ts';

const places = [1, 2, 3, 4, 5];
const full = 'fill-flag-yellow text-note';

/** Full and half stars, for the eye alone: what they say stands beside them. */
export const Stars = ({ value, size = 16 }: { value: number; size?: number }) => {
  const halves = Math.round(value * 2);
  return (
    <span aria-hidden className="inline-flex gap-px">
      {places.map((place) => (
        <span key={place} className="relative inline-flex">
          <Star
            size={size}
            strokeWidth={1.4}
            className={classNames(halves >= place * 2 ? full : 'text-rule-strong')}
          />
          {halves === place * 2 - 1 && (
            <StarHalf size={size} strokeWidth={1.4} className={`absolute inset-0 ${full}`} />
          )}
        </span>
      ))}
    </span>
  );
};
