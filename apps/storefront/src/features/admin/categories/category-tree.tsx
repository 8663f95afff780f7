'use client';

import type { AdminCategory } from '@quayside/contracts';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { moveCategory } from '../../../api/browser/categories.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Notice } from '../../../ui/notice.tsx';
import { productCount } from '../../../ui/product-count.ts';
import { placeAfter, type Direction } from './tree-moves.ts';

const steps = [
  { direction: 'up', label: 'up', Icon: ArrowUp },
  { direction: 'down', label: 'down', Icon: ArrowDown },
  { direction: 'out', label: 'out of its category', Icon: ArrowLeft },
  { direction: 'in', label: 'into the one above', Icon: ArrowRight },
] as const;

const indents = ['', 'pl-5 sm:pl-8', 'pl-10 sm:pl-16', 'pl-14 sm:pl-24'];

/** The tree, in which each category is moved by steps: by mouse, finger or keyboard alike. */
export const CategoryTree = ({ items }: { items: readonly AdminCategory[] }) => {
  const router = useRouter();
  const [underWay, startTransition] = useTransition();
  const [isMoving, setMoving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState('');

  const move = async (category: AdminCategory, direction: Direction) => {
    const place = placeAfter(items, category, direction);
    if (!place || isMoving || underWay) return;
    setMoving(true);
    setTrouble(undefined);
    const result = await moveCategory(category.id, `"v${category.version}"`, place);
    setMoving(false);
    if (result.ok) setSaid(`${category.name} is moved`);
    else {
      const isStale = result.problem.code === 'stale-version';
      setTrouble(
        isStale ? 'Somebody changed the tree meanwhile; this is how it is now.' : result.problem.title,
      );
    }
    startTransition(() => router.refresh());
  };

  return (
    <>
      {trouble && (
        <div className="mb-4">
          <Notice look="trouble" live title={trouble} />
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol aria-label="Categories" className="border-y border-ink" aria-busy={isMoving || underWay}>
        {items.map((category) => (
          <li
            key={category.id}
            data-testid={`category-${category.id}`}
            className="flex min-h-12 items-center justify-between gap-x-2 border-b border-rule py-1 last:border-0 hover:bg-sheet"
          >
            <span
              className={classNames(
                'min-w-0 wrap-anywhere',
                indents[Math.min(category.path.length, indents.length) - 1],
              )}
            >
              <AppLink
                href={`/admin/categories/${category.id}`}
                className={
                  category.parentId === null
                    ? 'font-serif text-xl underline-offset-4 hover:underline'
                    : 'font-medium underline-offset-4 hover:underline'
                }
              >
                {category.name}
              </AppLink>
              <span className="figures text-sm text-ink-faint max-sm:block sm:ml-3">
                {category.products > 0 && productCount(category.products)}
              </span>
            </span>
            <span className="ml-auto flex shrink-0">
              {steps.map(({ direction, label, Icon }) => {
                const isThere = placeAfter(items, category, direction) !== undefined;
                return (
                  <button
                    key={direction}
                    type="button"
                    aria-disabled={!isThere || isMoving}
                    onClick={() => void move(category, direction)}
                    className="grid h-10 w-10 place-items-center rounded-sm not-aria-disabled:hover:bg-ink not-aria-disabled:hover:text-sheet aria-disabled:opacity-25"
                  >
                    <Icon size={17} aria-hidden />
                    <span className="sr-only">
                      Move {category.name} {label}
                    </span>
                  </button>
                );
              })}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
};
