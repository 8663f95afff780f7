/** What a field held when it was last changed: what it says, or whether it is ticked. */
export type Entry = string | boolean;
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

declare global {
  var quaysideEarlyEntries: { fields: Map<Field, Entry>; isHeard?: true } | undefined;
}

/** How React marks what it has taken over; nothing that is public tells it. */
export const mark = '__reactFiber$';

/**
 * Notes which fields are changed before React has taken them over, for `EarlyEntries`. Stands in the page's head, before
 * any module. Until the page as a whole is taken over (`isHeard`) the mark says little, as React may have to begin anew:
 * texts and choices are then noted in any case, which bear to be told twice, and boxes to tick are not.
 */
export const noteEarlyEntries = `{
const early = { fields: new Map() };
globalThis.quaysideEarlyEntries = early;
const note = ({ target: field }) => {
  if (!/^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName)) return;
  const isToggle = /^(checkbox|radio)$/.test(field.type);
  const isMarked = Object.keys(field).some((name) => name.startsWith('${mark}'));
  if (isMarked && (isToggle || early.isHeard)) return;
  early.fields.set(field, isToggle ? field.checked : field.value);
};
for (const kind of ['input', 'change']) addEventListener(kind, note, true);
}`;
