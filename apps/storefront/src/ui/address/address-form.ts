import {
  type Address,
  addressFaults,
  type AddressFault,
  type AddressRules,
  type LocalField,
  writtenAddress,
} from '@quayside/contracts';
import type { Words } from '../../i18n/words.ts';
import { localLabel } from './local-label.ts';

export type AddressField = keyof Address;
export type AddressErrors = Partial<Record<AddressField, string>>;
export type TypedAddress = Record<AddressField, string>;

const needed = ['name', 'street', 'country'] as const;
const isNeeded = (field: string): field is (typeof needed)[number] => needed.some((one) => one === field);

const isLocal = (field: AddressField): field is LocalField =>
  field === 'city' || field === 'state' || field === 'postalCode';

const words = (
  { field, fault }: AddressFault,
  { labels, states }: AddressRules,
  t: Words<'address'>,
): string => {
  const label = isLocal(field) ? localLabel(labels[field], t) : '';
  if (fault === 'missing') return t('faults.missing', { label });
  switch (field) {
    case 'street':
      return t('faults.street');
    case 'phone':
      return t('faults.phone');
    case 'state':
      return states ? t('faults.stateOfList') : t('faults.state', { label });
    default:
      return t('faults.form', { label });
  }
};

/** Checks what was typed by what an address in its country needs, and says in the shopper's words what is not right. */
export const checkAddress = (
  typed: TypedAddress,
  rules: AddressRules,
  t: Words<'address'>,
): { ok: true; address: Address } | { ok: false; errors: AddressErrors } => {
  const isAsked = (field: string): boolean =>
    !(field === 'city' || field === 'state' || field === 'postalCode') || rules.fields.includes(field);
  const given = Object.fromEntries(
    Object.entries(typed).filter(
      ([field, text]) => isAsked(field) && (text.trim() !== '' || isNeeded(field)),
    ),
  );
  const result = writtenAddress.safeParse(given);
  const errors: AddressErrors = {};
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path[0] as AddressField;
    errors[field] ??=
      issue.code === 'too_big'
        ? t('faults.tooLong', { max: Number(issue.maximum) })
        : isNeeded(field)
          ? t(`faults.${field}Missing`)
          : t('faults.signs');
  }
  const faults = addressFaults({ ...typed, ...result.data }, rules);
  for (const fault of faults)
    if (typed[fault.field] || fault.fault === 'missing') errors[fault.field] ??= words(fault, rules, t);
  return result.success && Object.keys(errors).length === 0
    ? { ok: true, address: result.data }
    : { ok: false, errors };
};
