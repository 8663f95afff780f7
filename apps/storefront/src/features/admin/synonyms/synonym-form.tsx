'use client';

import type { SynonymGroup, SynonymPhrases } from '@quayside/contracts';
import { changeSynonyms, createSynonyms, deleteSynonyms } from '../../../api/browser/synonyms.ts';
import { DeleteButton } from '../delete-button.tsx';
import { EditForm } from '../form/edit-form.tsx';
import type { FormField } from '../form/form-fields.ts';
import { NewForm } from '../form/new-form.tsx';
import { useIfMatch } from '../form/use-if-match.ts';

/** A form holds texts; a group is a list. */
const toPhrases = ({ phrases }: Record<string, string | null>): SynonymPhrases => ({
  phrases: (phrases ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
});

export const NewSynonymForm = ({ fields }: { fields: FormField[] }) => (
  <NewForm
    fields={fields}
    saveLabel="Add the group"
    create={(body) => createSynonyms(toPhrases(body))}
    hrefOf={(id) => `/admin/synonyms/${id}`}
  />
);

export const SynonymForm = ({ group, fields }: { group: SynonymGroup; fields: FormField[] }) => {
  const edited = useIfMatch(group);
  const { id, phrases } = edited.read;
  return (
    <EditForm
      fields={fields}
      edited={edited}
      change={(etag, body) => changeSynonyms(id, etag, toPhrases(body))}
    >
      <DeleteButton
        name={phrases[0] ?? ''}
        what="group of synonyms"
        then="/admin/synonyms"
        remove={() => edited.send((etag) => deleteSynonyms(id, etag))}
      />
    </EditForm>
  );
};
