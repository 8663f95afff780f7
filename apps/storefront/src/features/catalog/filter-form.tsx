'use client';

import Form from 'next/form';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useTransition } from 'react';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { listingHref, parseListing } from './listing-query.ts';

/**
 * A plain GET form that also submits itself when a box is ticked. Without scripts its button does the same.
 */
export const FilterForm = ({ children }: { children: ReactNode }) => {
  const router = useRouter();
  const pathIn = usePathIn();
  const [underWay, startTransition] = useTransition();

  const go = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const texts = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
    const params = Object.fromEntries([...new Set(data.keys())].map((name) => [name, texts(name)]));
    startTransition(() => router.push(pathIn(listingHref(parseListing(params))), { scroll: false }));
  };

  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    if (field instanceof HTMLInputElement && !['checkbox', 'radio'].includes(field.type)) return;
    go(event.currentTarget);
  };

  return (
    <Form
      action={pathIn('/catalog')}
      prefetch={false}
      onChange={onChange}
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget);
      }}
      {...(underWay && { 'data-under-way': true })}
    >
      {children}
    </Form>
  );
};
