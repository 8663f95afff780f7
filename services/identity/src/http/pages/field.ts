import { html, type Html } from './html.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  readonly value?: string | undefined;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly maxLength: number;
  readonly autofocus?: boolean;
}

/** A labelled input whose hint and fault are read out with it. */
export const renderField = (field: Field): Html => {
  const { name, hint, fault } = field;
  const describedBy = [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${name}">${field.label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${field.type}"
      autocomplete="${field.autocomplete}"
      maxlength="${field.maxLength}"
      required
      ${field.type === 'email' && html`inputmode="email" autocapitalize="none" spellcheck="false"`}
      ${field.value !== undefined && html`value="${field.value}"`}
      ${describedBy !== '' && html`aria-describedby="${describedBy}"`}
      ${fault !== undefined && html`aria-invalid="true"`}
      ${field.autofocus === true && html`autofocus`}
    />
    ${fault !== undefined && html`<p class="fault" id="${name}-fault">${fault}</p>`}
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`;
};
