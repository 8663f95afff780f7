'use client';

import type { OwnReview } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { withdrawReview, writeReview } from '../../api/browser/reviews.ts';
import { button } from '../../ui/button.ts';
import { Field, FieldMessage, inputLook } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stars } from '../../ui/stars.tsx';

type Faults = Partial<Record<'stars' | 'title' | 'body' | 'author', string>>;

const starValues = [1, 2, 3, 4, 5] as const;

const StarChoice = ({
  stars,
  error,
  onChoose,
}: {
  stars: number;
  error?: string | undefined;
  onChoose: (stars: number) => void;
}) => {
  const t = useTranslations('reviews.writing');
  return (
    <fieldset aria-describedby={error ? 'stars-error' : undefined}>
      <legend className="mb-1 text-sm font-semibold">{t('howIsIt')}</legend>
      <div className="flex flex-wrap gap-2">
        {starValues.map((value) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-sm border border-rule-strong px-2.5 text-sm has-checked:border-ink has-checked:bg-land has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-signal"
          >
            <input
              type="radio"
              name="stars"
              value={value}
              checked={stars === value}
              onChange={() => onChoose(value)}
              className="sr-only"
            />
            <span className="figures font-semibold">{value}</span> {t(`starWords.${value}`)}
          </label>
        ))}
      </div>
      <FieldMessage name="stars" error={error} />
    </fieldset>
  );
};

/** The visitor's own review: to write, to see what became of it, to write anew or to take back. */
export const WriteReview = ({
  slug,
  review,
  name,
}: {
  slug: string;
  review?: OwnReview | undefined;
  name: string;
}) => {
  const t = useTranslations('reviews.writing');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState({
    stars: review?.stars ?? 0,
    title: review?.title ?? '',
    body: review?.body ?? '',
    author: review?.author ?? name,
  });
  const [faults, setFaults] = useState<Faults>({});
  const [trouble, setTrouble] = useState<string>();
  const [isSending, setSending] = useState(false);
  const set = (change: Partial<typeof values>) => {
    setValues({ ...values, ...change });
    setFaults({});
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const found: Faults = {
      ...(values.stars === 0 && { stars: t('chooseStars') }),
      ...(values.title.trim() === '' && { title: t('needed') }),
      ...(values.body.trim() === '' && { body: t('needed') }),
      ...(values.author.trim() === '' && { author: t('needed') }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    const result = await writeReview(slug, values);
    setSending(false);
    if (!result.ok) {
      const beside = (result.problem.errors ?? []).map(({ path, message }) => [
        path.replace('body.', ''),
        message,
      ]);
      setFaults(Object.fromEntries(beside) as Faults);
      setTrouble(beside.length === 0 ? t('failed') : undefined);
      return;
    }
    setTrouble(undefined);
    setOpen(false);
    router.refresh();
  };
  const takeBack = async () => {
    const result = await withdrawReview(slug);
    setTrouble(result.ok ? undefined : t('failed'));
    if (result.ok) router.refresh();
  };
  if (review && !isOpen)
    return (
      <div className="border border-rule bg-sheet p-5" data-testid="own-review">
        <p className="marginalia">{t('yours')}</p>
        <p className="mt-2 flex items-center gap-2">
          <Stars value={review.stars} />
          <span className="sr-only">{t('ofFive', { stars: review.stars })}</span>
          <span className="font-semibold wrap-anywhere">{review.title}</span>
        </p>
        <p className="mt-2 text-sm text-ink-soft">
          {t(`states.${review.state}`)} {review.refusal}
        </p>
        <div className="mt-3 -ml-2 flex flex-wrap">
          <button type="button" onClick={() => setOpen(true)} className={button('bare', 'px-2')}>
            {t('anew')}
          </button>
          <button type="button" onClick={() => void takeBack()} className={button('bare', 'px-2')}>
            {t('takeBack')}
          </button>
        </div>
        <p role="status" className="text-sm text-flag-red">
          {trouble}
        </p>
      </div>
    );
  if (!isOpen)
    return (
      <button type="button" onClick={() => setOpen(true)} className={button('primary')}>
        {t('write')}
      </button>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => void send(event)}
      className="space-y-4 border border-ink bg-sheet p-5"
    >
      <StarChoice stars={values.stars} error={faults.stars} onChoose={(stars) => set({ stars })} />
      <Field
        label={t('title')}
        name="title"
        maxLength={100}
        value={values.title}
        error={faults.title}
        onChange={({ target }) => set({ title: target.value })}
      />
      <div>
        <label htmlFor="body" className="mb-1 block text-sm font-semibold">
          {t('body')}
        </label>
        <textarea
          id="body"
          name="body"
          rows={6}
          maxLength={3000}
          value={values.body}
          aria-invalid={faults.body ? true : undefined}
          aria-describedby={faults.body ? 'body-error' : 'body-hint'}
          onChange={({ target }) => set({ body: target.value })}
          className={`${inputLook} py-2 leading-normal`}
        />
        <FieldMessage name="body" error={faults.body} hint={t('bodyHint')} />
      </div>
      <Field
        label={t('author')}
        name="author"
        maxLength={40}
        autoComplete="nickname"
        value={values.author}
        error={faults.author}
        onChange={({ target }) => set({ author: target.value })}
      />
      {trouble && <Notice look="trouble" live title={trouble} />}
      <div className="flex flex-wrap gap-2">
        <button aria-disabled={isSending} className={button('go')}>
          {isSending ? t('sending') : t('send')}
        </button>
        <button type="button" onClick={() => setOpen(false)} className={button('bare')}>
          {t('notNow')}
        </button>
      </div>
    </form>
  );
};
