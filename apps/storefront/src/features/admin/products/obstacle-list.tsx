import type { ProductObstacle } from '@quayside/contracts';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import { wordsOf } from './product-words.ts';

/** Why nobody can buy it, every reason; and below, what it lacks beside that. */
export const ObstacleList = ({ obstacles }: { obstacles: readonly ProductObstacle[] }) => {
  const blocking = obstacles.filter(({ blocks }) => blocks);
  const others = obstacles.filter(({ blocks }) => !blocks);
  return (
    <div className="space-y-4">
      <div>
        <h3 className="flex items-center gap-2 text-lg">
          <SignalFlag of={blocking.length > 0 ? 'N' : 'C'} className="h-4 w-4" />
          {blocking.length > 0 ? 'Why is this not for sale?' : 'It is for sale'}
        </h3>
        <ul className="mt-1 space-y-1 text-[0.95rem]">
          {blocking.map((found) => (
            <li key={wordsOf(found)} className="border-l-4 border-flag-red pl-3 wrap-anywhere">
              {wordsOf(found)}
            </li>
          ))}
        </ul>
      </div>
      {others.length > 0 && (
        <div>
          <h3 className="text-lg">What it lacks</h3>
          <ul className="mt-1 space-y-1 text-[0.95rem] text-ink-soft">
            {others.map((found) => (
              <li key={wordsOf(found)} className="border-l-4 border-flag-yellow pl-3 wrap-anywhere">
                {wordsOf(found)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
