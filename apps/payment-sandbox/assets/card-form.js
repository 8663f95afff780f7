/* global document, ResizeObserver, window */
(() => {
  const root = document.documentElement;
  const parentOrigin = root.dataset.origin;
  const form = document.getElementById('card');
  const words = JSON.parse(root.dataset.words);
  const summary = document.getElementById('summary');
  const fields = ['number', 'expiry', 'cvc', 'name'].map((id) => document.getElementById(id));
  const [number, expiry, cvc, name] = fields;
  root.style.setProperty('--control-height', `${root.dataset.controlHeight}px`);

  const digitsOf = (text) => text.replace(/\D/g, '');
  const tell = (message) => window.parent.postMessage(message, parentOrigin);

  const isAmex = (digits) => /^3[47]/.test(digits);
  const brandName = (digits) => {
    if (digits.startsWith('4')) return 'Visa';
    if (/^(5[1-5]|2[2-7])/.test(digits)) return 'Mastercard';
    if (isAmex(digits)) return 'Amex';
    return /^6(011|5)/.test(digits) ? 'Discover' : '';
  };
  const grouped = (digits) =>
    isAmex(digits)
      ? digits
          .slice(0, 15)
          .replace(/^(\d{4})(\d{1,6})?(\d{1,5})?$/, (_, a, b, c) => [a, b, c].filter(Boolean).join(' '))
      : digits.slice(0, 19).replace(/(\d{4})(?=\d)/g, '$1 ');

  const passesLuhn = (digits) => {
    const sum = [...digits].reverse().reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return digits.length >= 12 && sum % 10 === 0;
  };
  const expiryOf = (text) => {
    const digits = digitsOf(text);
    const month = Number(digits.slice(0, 2));
    return digits.length === 4 && month >= 1 && month <= 12
      ? { month, year: 2000 + Number(digits.slice(2)) }
      : undefined;
  };

  const faultOf = {
    number: () => {
      const digits = digitsOf(number.value);
      if (!digits) return words.numberMissing;
      return passesLuhn(digits) ? '' : words.numberWrong;
    },
    expiry: () => {
      if (!expiry.value) return words.expiryMissing;
      const date = expiryOf(expiry.value);
      if (!date) return words.expiryWrong;
      return Date.UTC(date.year, date.month, 1) > Date.now() ? '' : words.expired;
    },
    cvc: () => {
      const wanted = isAmex(digitsOf(number.value)) ? 4 : 3;
      if (!cvc.value) return words.cvcMissing;
      return digitsOf(cvc.value).length === wanted ? '' : words.cvcLength.replace('DIGITS', wanted);
    },
    name: () => (name.value.trim() ? '' : words.nameMissing),
  };

  const show = (field, fault) => {
    document.getElementById(`${field.id}-error`).textContent = fault;
    if (fault) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  };
  const check = (field) => {
    const fault = faultOf[field.id]();
    show(field, fault);
    return fault;
  };

  /** Formats while typing and keeps the caret behind the digit it was behind. */
  const formatted = (field, format) => {
    field.addEventListener('input', () => {
      const before = digitsOf(field.value.slice(0, field.selectionStart ?? undefined)).length;
      const atEnd = field.selectionStart === field.value.length;
      field.value = format(digitsOf(field.value));
      let caret = 0;
      for (let seen = 0; caret < field.value.length && seen < before; caret += 1) {
        if (/\d/.test(field.value[caret])) seen += 1;
      }
      if (atEnd) caret = field.value.length;
      field.setSelectionRange(caret, caret);
    });
  };
  formatted(number, (digits) => {
    document.getElementById('brand').textContent = brandName(digits);
    return grouped(digits);
  });
  formatted(expiry, (digits) => {
    const whole = /^[2-9]/.test(digits) ? `0${digits}` : digits;
    return whole.length > 2 ? `${whole.slice(0, 2)} / ${whole.slice(2, 4)}` : whole;
  });
  formatted(cvc, (digits) => digits.slice(0, 4));

  for (const field of fields) {
    field.addEventListener('blur', () => {
      if (field.value) check(field);
    });
    field.addEventListener('input', () => {
      if (field.hasAttribute('aria-invalid')) check(field);
      summary.textContent = '';
    });
  }

  const refusalOf = ({ status }, { code }) => {
    if (status >= 500) return words.notChecked;
    return code === 'card-expired' ? words.expired : words.numberWrong;
  };

  const requestToken = async () => {
    const date = expiryOf(expiry.value);
    const response = await fetch('/v1/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(15_000),
      body: JSON.stringify({
        number: digitsOf(number.value),
        expiryMonth: date.month,
        expiryYear: date.year,
        cvc: cvc.value,
        name: name.value.trim(),
      }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(refusalOf(response, body));
    return body;
  };

  const fail = (message) => {
    summary.textContent = message;
    tell({ type: 'quayside-payment:error', message });
  };

  const submit = async () => {
    if (form.getAttribute('aria-busy') === 'true') return;
    const wrong = fields.filter((field) => check(field));
    if (wrong.length > 0) {
      wrong[0].focus();
      tell({ type: 'quayside-payment:error', message: faultOf[wrong[0].id]() });
      return;
    }
    form.setAttribute('aria-busy', 'true');
    try {
      const { token, brand, last4 } = await requestToken();
      tell({ type: 'quayside-payment:token', token, brand, last4 });
    } catch (error) {
      const unreachable = error instanceof TypeError || error.name === 'TimeoutError';
      fail(unreachable ? words.unreachable : error.message);
    } finally {
      form.removeAttribute('aria-busy');
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== parentOrigin) return;
    if (event.data?.type === 'quayside-payment:submit') void submit();
  });

  const tellHeight = () =>
    tell({ type: 'quayside-payment:height', height: Math.ceil(form.getBoundingClientRect().height) });
  new ResizeObserver(tellHeight).observe(form);
  tell({ type: 'quayside-payment:ready' });
})();
