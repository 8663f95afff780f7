import type { Problem } from '@quayside/contracts';
import type { FormValues } from './form-values.ts';

/** To which field of a form a slug belongs that something else has, as the problem says which one it is. */
export const fieldOfTakenSlug =
  (germanField: string) =>
  ({ detail = '' }: Problem, values: FormValues): string => {
    const german = (values[germanField] ?? '').trim();
    return german !== '' && detail.endsWith(` ${german}`) ? germanField : 'slug';
  };
