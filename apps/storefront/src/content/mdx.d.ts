declare module '*.mdx' {
  import type { Metadata } from 'next';
  import type { ComponentType } from 'react';

  export const metadata: Metadata;
  const Content: ComponentType;
  export default Content;
}
