import { townLine, type CustomerOrders } from '@quayside/contracts';

export const CustomerAddresses = ({ addresses }: { addresses: CustomerOrders['addresses'] }) => (
  <ul className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
    {addresses.map((to) => (
      <li key={JSON.stringify(to)}>
        <address className="border-l-2 border-rule-strong pl-3 not-italic wrap-anywhere">
          {to.name}
          <span className="block">{to.street}</span>
          <span className="block">{[townLine(to), to.country].filter(Boolean).join(', ')}</span>
        </address>
      </li>
    ))}
  </ul>
);
