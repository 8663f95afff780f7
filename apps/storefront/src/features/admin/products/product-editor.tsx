'use client';

import type { AdminProduct } from '@quayside/contracts';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { FormControl } from '../form/form-control.tsx';
import type { FormField } from '../form/form-fields.ts';
import { LeaveGuard } from '../form/leave-guard.tsx';
import { StalePanel } from '../form/stale-panel.tsx';
import { PictureList } from './pictures/picture-list.tsx';
import { ObstacleList } from './obstacle-list.tsx';
import { PreviewLink } from './preview-link.tsx';
import { PublishPlan } from './publish-plan.tsx';
import {
  attributeFields,
  englishFields,
  germanFields,
  placeFields,
  type ProductSetting,
} from './product-fields.ts';
import { picturesIn } from './product-values.ts';
import { readableValues } from './readable-values.ts';
import { SeoPreview } from './seo-preview.tsx';
import { OptionEditor } from './sheet/option-editor.tsx';
import { VariantSheet } from './sheet/variant-sheet.tsx';
import { StatusActions } from './status-actions.tsx';
import { ProductStatusFlag } from './status-flag.tsx';
import { useProductEdit, type ProductEdit } from './use-product-edit.ts';

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="border-t border-ink pt-4">
    <h2 id={id} className="mb-4 text-2xl">
      {title}
    </h2>
    {children}
  </section>
);

const Controls = ({ edit, fields }: { edit: ProductEdit; fields: readonly FormField[] }) => (
  <>
    {fields.map((field) => (
      <FormControl
        key={field.name}
        field={field}
        value={edit.values[field.name] ?? ''}
        error={edit.faults[field.name]}
        isChanged={edit.changed.includes(field.name)}
        onChange={(value) => edit.set({ ...edit.values, [field.name]: value })}
      />
    ))}
  </>
);

/** Everything of a product on one page, saved in one step. */
export const ProductEditor = ({ product, setting }: { product: AdminProduct; setting: ProductSetting }) => {
  const edit = useProductEdit(product, setting);
  const { values, merge, theirs } = edit;
  const waking = useWaking();
  const attributes = attributeFields(setting);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void edit.save();
      }}
    >
      {theirs && merge && (
        <StalePanel
          fields={edit.fields}
          base={readableValues(edit.base, setting)}
          mine={readableValues(values, setting)}
          theirs={readableValues(theirs, setting)}
          changedByThem={merge.changedByThem}
          clashing={merge.clashing}
          onTake={edit.take}
          onOverwrite={edit.overwrite}
        />
      )}
      <div className="space-y-10">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <Section id="texts" title="Texts">
            <div className="grid gap-x-6 gap-y-8 md:grid-cols-2">
              <fieldset className="space-y-5">
                <legend className="marginalia mb-2 text-ink-soft">English</legend>
                <Controls edit={edit} fields={englishFields} />
              </fieldset>
              <fieldset lang="de" className="space-y-5">
                <legend className="marginalia mb-2 text-ink-soft">German</legend>
                <Controls edit={edit} fields={germanFields} />
              </fieldset>
            </div>
          </Section>
          <aside aria-label="State" className="space-y-8 max-xl:order-first">
            <div className="space-y-4 border border-ink bg-sheet p-4">
              <ProductStatusFlag status={edit.product.status} />
              <ObstacleList obstacles={edit.product.obstacles} />
              <StatusActions edit={edit} />
              {edit.product.status === 'draft' && <PublishPlan edit={edit} />}
              {edit.product.status !== 'active' && (
                <PreviewLink productId={edit.product.id} isDirty={edit.changed.length > 0} />
              )}
              {edit.product.status === 'active' && (
                <AppLink
                  href={`/products/${edit.product.slug}`}
                  target="_blank"
                  className={button('bare', 'min-h-9!')}
                >
                  <ExternalLink size={16} aria-hidden /> See it in the shop
                </AppLink>
              )}
            </div>
            <SeoPreview
              slug={values['slug'] ?? ''}
              title={values['seoTitle'] || (values['name'] ?? '')}
              description={values['seoDescription'] || (values['description'] ?? '')}
            />
          </aside>
        </div>
        <Section id="pictures" title="Pictures">
          <PictureList edit={edit} />
        </Section>
        <Section id="variants" title="Options and variants">
          <div className="space-y-6">
            <OptionEditor values={values} onValues={edit.set} />
            <VariantSheet
              values={values}
              saved={edit.base}
              faults={edit.faults}
              currencies={setting.currencies}
              pictures={picturesIn(values).map((id) => ({
                value: String(id),
                label: values[`m.${id}.alt`] ?? String(id),
              }))}
              stock={Object.fromEntries(edit.product.variants.map((one) => [String(one.itemId), one]))}
              onValues={edit.set}
            />
          </div>
        </Section>
        <Section id="place" title="Where it belongs">
          <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
            <Controls edit={edit} fields={placeFields(setting)} />
          </div>
        </Section>
        {attributes.length > 0 && (
          <Section id="attributes" title="Attributes">
            <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
              <Controls edit={edit} fields={attributes} />
            </div>
          </Section>
        )}
      </div>
      {edit.trouble && (
        <div className="mt-6">
          <Notice look="trouble" live title={edit.trouble.title}>
            {edit.trouble.detail}
            {edit.trouble.errors?.map(({ path, message }) => (
              <span key={path} className="block text-sm">
                {path}: {message}
              </span>
            ))}
          </Notice>
        </div>
      )}
      <SaveBar edit={edit} waking={waking} />
      <LeaveGuard isDirty={edit.changed.length > 0 && !edit.isSaving} />
    </form>
  );
};

const SaveBar = ({ edit, waking }: { edit: ProductEdit; waking: ReturnType<typeof useWaking> }) => {
  const count = edit.changed.length;
  const faults = Object.keys(edit.faults).length;
  return (
    <div className="sticky bottom-0 z-10 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-ink bg-paper py-3">
      <button
        className={button('go', count === 0 && 'opacity-55')}
        aria-disabled={count === 0 || edit.isSaving}
        {...waking}
      >
        {edit.isSaving ? 'Saving …' : 'Save'}
      </button>
      {count > 0 && (
        <button type="button" className={button('bare', 'px-2')} onClick={edit.undo}>
          Undo
        </button>
      )}
      <span role="status" className="font-medium">
        {faults > 0 ? (
          <span className="text-flag-red">
            {faults} {faults === 1 ? 'field needs' : 'fields need'} another look
          </span>
        ) : count > 0 ? (
          <span className="text-ink-soft">
            {count} {count === 1 ? 'field is' : 'fields are'} changed
          </span>
        ) : (
          <span className="text-glass">{edit.said}</span>
        )}
      </span>
    </div>
  );
};
