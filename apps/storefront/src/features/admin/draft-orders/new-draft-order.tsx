'use client';

import { useRouter } from 'next/navigation';
import { createDraftOrder } from '../../../api/browser/draft-orders.ts';
import type { AddressCountry } from '../../../ui/address/address-countries.ts';
import { DraftForm } from './draft-form.tsx';

/** An order that is written down while somebody says it. */
export const NewDraftOrder = (about: { countries: AddressCountry[]; usualCountry: string }) => {
  const router = useRouter();
  return (
    <DraftForm
      {...about}
      label="Save the draft"
      save={async (content) => {
        const result = await createDraftOrder(content);
        if (!result.ok) return result.problem;
        router.push(`/admin/draft-orders/${result.data.id}`);
        return undefined;
      }}
    />
  );
};
