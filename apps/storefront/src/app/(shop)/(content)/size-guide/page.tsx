import * as de from '../../../../content/de/size-guide.mdx';
import * as en from '../../../../content/en/size-guide.mdx';
import { contentPage } from '../../../../features/content/content-page.tsx';

const { generateMetadata, ContentPage } = contentPage('/size-guide', { en, de });

export { generateMetadata };
export default ContentPage;
