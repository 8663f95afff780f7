/**
 * Facts about a page for search engines, in the words of schema.org. What would end the element is escaped: texts come
 * from whoever keeps the catalog (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
 */
export const JsonLd = ({ data }: { data: object }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', String.raw`\u003c`) }}
  />
);
