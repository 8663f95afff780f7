export type YesOrNo = 'yes' | 'no';

/** What people and programs write for it; undefined for anything else. */
export const yesOrNo = (text: string): YesOrNo | undefined => {
  if (/^(true|yes|y|1|x|ja|wahr)$/i.test(text)) return 'yes';
  return /^(false|no|n|0|-1|nein|falsch)$/i.test(text) ? 'no' : undefined;
};
