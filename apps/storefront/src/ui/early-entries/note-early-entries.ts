/** What a field held when it was last changed: what it says, or whether it is ticked. */
export type Entry = string | boolean;
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

declare global {
  var quaysideEarlyEntries: { fields: Map<Field, Entry> } | undefined;
}

/** How React marks what it has taken over; nothing that is public tells it. */
export const mark = '__reactFiber$';

/**
 * Notes which fields are changed before React has taken them over, for `EarlyEntries`. Stands in the page's head, before
 * any module.
 */
export const noteEarlyEntries = `{
const fields = new Map();
globalThis.quaysideEarlyEntries = { fields };
const note = ({ target: field }) => {
  if (!/^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName)) return;
  if (Object.keys(field).some((name) => name.startsWith('${mark}'))) return;
  fields.set(field, /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value);
};
for (const kind of ['input', 'change']) addEventListener(kind, note, true);
}`;
