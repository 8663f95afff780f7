'use client';

import type { Problem, SavedView, ViewedTable } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { changeView, deleteView, saveView } from '../../../api/browser/saved-views.ts';
import type { Result } from '../../../api/result.ts';
import { button } from '../../../ui/button.ts';
import { Field } from '../../../ui/field.tsx';
import { DialogFrame } from '../dialog-frame.tsx';

type ViewDialogProps = { table: ViewedTable; base: string } & (
  | {
      /** What the table shows now, to be kept. */
      query: SavedView['query'];
      /** Views that a name given again puts these in place of. */
      own: readonly SavedView[];
      changed?: never;
    }
  | { changed: SavedView; query?: never; own?: never }
);

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const wordsOf = ({ code, errors, detail, title }: Problem): string =>
  code === 'stale-version'
    ? 'It was changed meanwhile: look at it again'
    : (errors?.[0]?.message ?? detail ?? title);

/** Gives a name to what a table shows, or changes or forgets a view that has one. */
export const ViewDialog = ({ table, base, query, own = [], changed }: ViewDialogProps) => {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(changed?.name ?? '');
  const [isShared, setShared] = useState(changed?.isShared ?? false);
  const [trouble, setTrouble] = useState<string>();
  const replaced = own.find((view) => same(view.name, name));

  const done = (result: Result<unknown>, then?: string): void => {
    if (!result.ok) {
      if (result.problem.code === 'stale-version') router.refresh();
      return setTrouble(wordsOf(result.problem));
    }
    setOpen(false);
    setTrouble(undefined);
    if (!changed) setName('');
    if (then) router.push(then);
    router.refresh();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setTrouble('Give it a name');
    const text = { name: name.trim(), isShared };
    if (changed) return done(await changeView(table, changed, text));
    if (replaced) return done(await changeView(table, replaced, { ...text, query }));
    return done(await saveView(table, { ...text, query }));
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={button('bare', 'min-h-9!')}>
        {changed ? 'Change this view' : 'Save as a view'}
      </Dialog.Trigger>
      <DialogFrame title={changed ? 'Change this view' : 'Save as a view'} width="max-w-md">
        <form onSubmit={(event) => void submit(event)} className="mt-4 grid gap-4">
          <Field
            label="Name of the view"
            name="view-name"
            value={name}
            maxLength={60}
            autoComplete="off"
            hint={
              table === 'orders' && !changed
                ? 'Words that were searched for are not kept'
                : 'Filters, sort and columns as they are'
            }
            onChange={({ target }) => setName(target.value)}
          />
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={isShared}
              onChange={({ target }) => setShared(target.checked)}
              className="h-[1.1rem] w-[1.1rem] accent-glass"
            />
            Colleagues see it too
          </label>
          <p role="alert" className="font-medium text-flag-red empty:hidden">
            {trouble}
          </p>
          <div className="flex flex-wrap justify-end gap-3">
            {changed && (
              <button
                type="button"
                className={button('bare', 'mr-auto text-flag-red!')}
                onClick={() => void deleteView(table, changed).then((result) => done(result, base))}
              >
                Forget it
              </button>
            )}
            <Dialog.Close className={button('quiet')}>Cancel</Dialog.Close>
            <button className={button('primary')}>{replaced ? 'Replace it' : 'Save'}</button>
          </div>
        </form>
      </DialogFrame>
    </Dialog.Root>
  );
};
