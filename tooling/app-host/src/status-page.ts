export const statusPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Quayside: processes</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8884 }
  td.number { font-variant-numeric: tabular-nums }
  .ready, .external { color: #16803c } .crashed, .broken { color: #c2261d } .stopped { color: #888 }
</style>
<h1>Processes</h1>
<table>
  <thead><tr><th>Name<th>State<th>Id<th>Port<th>Restarts<th>
  <tbody></tbody>
</table>
<script type="module">
  const body = document.querySelector('tbody');
  const cell = (row, text, name) => { const td = row.insertCell(); td.textContent = text ?? ''; td.className = name ?? ''; return td };
  async function refresh() {
    const { processes } = await (await fetch('/processes')).json();
    body.replaceChildren();
    for (const one of processes) {
      const row = body.insertRow();
      cell(row, one.name);
      cell(row, one.state, one.state);
      cell(row, one.pid, 'number');
      cell(row, one.port, 'number');
      cell(row, one.restarts, 'number');
      const actions = cell(row, '');
      for (const action of one.state === 'external' ? [] : one.state === 'stopped' ? ['start'] : ['stop', 'kill']) {
        const button = document.createElement('button');
        button.textContent = action;
        button.onclick = () => fetch('/processes/' + one.name + '/' + action, { method: 'POST' }).then(refresh);
        actions.append(button, ' ');
      }
    }
  }
  refresh();
  setInterval(() => document.hidden || refresh(), 2000);
</script>
</html>
`;
