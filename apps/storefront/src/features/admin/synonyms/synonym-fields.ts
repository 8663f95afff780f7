import type { FieldWords } from '../form/form-fields.ts';

export const synonymFields = {
  phrases: {
    label: 'Words and phrases',
    hint: 'One in each line, two at least: whoever searches for one finds the others too',
    isMultiline: true,
  },
} satisfies Record<string, FieldWords>;
