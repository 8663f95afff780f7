/* global document, window */
(() => {
  const { secret, isOpen, language, words } = JSON.parse(document.documentElement.dataset.about);
  const bank = document.getElementById('bank');
  const fault = document.getElementById('fault');
  const showOver = (is) => {
    document.getElementById('ask').hidden = is;
    document.getElementById('over').hidden = !is;
  };

  const decide = async (decision) => {
    if (bank.getAttribute('aria-busy') === 'true') return;
    bank.setAttribute('aria-busy', 'true');
    fault.textContent = '';
    try {
      const response = await fetch(`/v1/bank/${secret}/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        signal: AbortSignal.timeout(15_000),
        body: JSON.stringify({ decision, language }),
      });
      if (response.status === 409) return showOver(true);
      if (!response.ok) throw new Error('unreachable');
      const { returnTo } = await response.json();
      window.location.assign(returnTo);
    } catch {
      fault.textContent = words.unreachable;
    } finally {
      bank.removeAttribute('aria-busy');
    }
  };

  document.getElementById('approve').addEventListener('click', () => void decide('approve'));
  document.getElementById('refuse').addEventListener('click', () => void decide('refuse'));
  showOver(!isOpen);
})();
