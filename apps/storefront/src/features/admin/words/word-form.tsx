'use client';

import type { ShopWord } from '@quayside/contracts';
import { changeWord } from '../../../api/browser/words.ts';
import { EditForm } from '../form/edit-form.tsx';
import type { FormField } from '../form/form-fields.ts';
import { useIfMatch } from '../form/use-if-match.ts';

export const WordForm = ({ word, fields }: { word: ShopWord; fields: FormField[] }) => {
  const edited = useIfMatch(word);
  return (
    <EditForm
      fields={fields}
      edited={edited}
      change={(etag, body) => changeWord(edited.read.id, etag, { de: body['names.de'] ?? null })}
    />
  );
};
