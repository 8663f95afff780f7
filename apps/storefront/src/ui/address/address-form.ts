import {
  type Address,
  addressFaults,
  type AddressFault,
  type AddressRules,
  writtenAddress,
} from '@quayside/contracts';

export type AddressField = keyof Address;
export type AddressErrors = Partial<Record<AddressField, string>>;
export type TypedAddress = Record<AddressField, string>;

const missing: Partial<Record<AddressField, string>> = {
  name: 'Whom shall we send it to?',
  street: 'Which street and house?',
  country: 'Choose a country.',
};

const words = ({ field, fault }: AddressFault, { labels, states }: AddressRules): string => {
  const label = field === 'city' || field === 'state' || field === 'postalCode' ? labels[field] : '';
  if (fault === 'missing') return `${label} is missing.`;
  switch (field) {
    case 'street':
      return 'A number alone leads nowhere: which street?';
    case 'phone':
      return 'Only digits, blanks and a plus, please.';
    case 'state':
      return states ? 'Choose one of the list.' : `${label} is not one of this country.`;
    default:
      return `This is not how a ${label} looks there.`;
  }
};

/** Checks what was typed by what an address in its country needs, and says in the shopper's words what is not right. */
export const checkAddress = (
  typed: TypedAddress,
  rules: AddressRules,
): { ok: true; address: Address } | { ok: false; errors: AddressErrors } => {
  const isAsked = (field: string): boolean =>
    !(field === 'city' || field === 'state' || field === 'postalCode') || rules.fields.includes(field);
  const given = Object.fromEntries(
    Object.entries(typed).filter(
      ([field, text]) => isAsked(field) && (text.trim() !== '' || field in missing),
    ),
  );
  const result = writtenAddress.safeParse(given);
  const errors: AddressErrors = {};
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path[0] as AddressField;
    errors[field] ??=
      issue.code === 'too_big'
        ? `At most ${issue.maximum} characters, please.`
        : (missing[field] ?? 'Use letters, digits and punctuation only.');
  }
  const faults = addressFaults({ ...typed, ...result.data }, rules);
  for (const fault of faults)
    if (typed[fault.field] || fault.fault === 'missing') errors[fault.field] ??= words(fault, rules);
  return result.success && Object.keys(errors).length === 0
    ? { ok: true, address: result.data }
    : { ok: false, errors };
};
