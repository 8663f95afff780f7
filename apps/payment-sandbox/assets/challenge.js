/* global document, ResizeObserver, window */
(() => {
  const root = document.documentElement;
  const parentOrigin = root.dataset.origin;
  const { secret, isUnanswered, lastsMs, state, words } = JSON.parse(root.dataset.about);
  const form = document.getElementById('challenge');
  const code = document.getElementById('code');
  const fault = document.getElementById('code-error');
  const summary = document.getElementById('summary');
  const tell = (message) => window.parent.postMessage(message, parentOrigin);

  const show = (text) => {
    fault.textContent = text;
    if (text) code.setAttribute('aria-invalid', 'true');
    else code.removeAttribute('aria-invalid');
  };
  const isAsking = (is) => {
    document.getElementById('ask').hidden = !is;
    document.getElementById('confirm').hidden = !is;
  };
  const finish = (outcome) => {
    isAsking(false);
    summary.textContent = outcome === 'confirmed' ? words.confirmed : words.refused;
    tell({ type: 'quayside-payment:decided' });
  };

  const answer = async () => {
    const response = await fetch(`/v1/challenges/${secret}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(15_000),
      body: JSON.stringify({ code: code.value.trim() }),
    });
    // Decided elsewhere, or too late: the page around it learns which.
    if (response.status === 409) return finish('refused');
    if (!response.ok) throw new Error('unreachable');
    const { outcome, triesLeft } = await response.json();
    if (outcome !== 'wrong') return finish(outcome);
    show(words.wrong.replace('LEFT', triesLeft));
    code.select();
  };

  const submit = async () => {
    if (form.getAttribute('aria-busy') === 'true') return;
    if (!/^\d+$/.test(code.value.trim())) {
      show(words.codeMissing);
      code.focus();
      return;
    }
    show('');
    form.setAttribute('aria-busy', 'true');
    try {
      await answer();
    } catch {
      show(words.unreachable);
    } finally {
      form.removeAttribute('aria-busy');
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  code.addEventListener('input', () => show(''));

  const tellHeight = () =>
    tell({ type: 'quayside-payment:height', height: Math.ceil(form.getBoundingClientRect().height) });
  new ResizeObserver(tellHeight).observe(form);
  if (state === 'open') {
    isAsking(!isUnanswered);
    setTimeout(() => finish('refused'), lastsMs);
  } else finish(state);
})();
