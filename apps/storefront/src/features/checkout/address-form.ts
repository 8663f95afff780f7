import { type Address, writtenAddress } from '@quayside/contracts';

export type AddressField = keyof Address;
export type AddressErrors = Partial<Record<AddressField, string>>;

const missing: Record<AddressField, string> = {
  name: 'Whom shall we send it to?',
  street: 'Which street and house?',
  city: 'Which town?',
  state: 'Which state or region?',
  postalCode: 'Which postal code?',
  country: 'Choose a country.',
};

/** Checks what was typed against the contract's own schema, and says what is missing in the shopper's words. */
export const checkAddress = (
  typed: Record<AddressField, string>,
  { needsState = false }: { needsState?: boolean } = {},
): { ok: true; address: Address } | { ok: false; errors: AddressErrors } => {
  const { state, ...required } = typed;
  const result = writtenAddress.safeParse(state.trim() === '' ? required : typed);
  const lacksState = needsState && state.trim() === '';
  if (result.success && !lacksState) return { ok: true, address: result.data };
  const errors: AddressErrors = lacksState ? { state: missing.state } : {};
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path[0] as AddressField;
    errors[field] =
      issue.code === 'too_big' ? `At most ${issue.maximum} characters, please.` : missing[field];
  }
  return { ok: false, errors };
};
