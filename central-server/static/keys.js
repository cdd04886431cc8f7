// The agents’ desk by single keys: lists and deeds carry the key in data-key, rows stand below data-rows. Whoever writes is
// left alone, and all of it can be turned off (WCAG 2.1.4). Pages work the same without this script, which a browser runs
// only as it stands here: the policy of the pages names its digest.
'use strict';
(() => {
  const sheet = document.getElementById('keys');
  const opener = document.getElementById('keys-open');
  const choice = document.getElementById('keys-on');
  if (!sheet || !opener || !choice || !sheet.showModal) return;
  // A browser that keeps nothing asks again on the next page: then single keys are on, as they are at first.
  const kept = {
    read(name) {
      try { return localStorage.getItem(name); } catch { return null; }
    },
    write(name, value) {
      try { localStorage.setItem(name, value); } catch { /* Nothing is lost by it. */ }
    },
  };
  const all = (what) => Array.from(document.querySelectorAll(what));
  const here = location.pathname + location.search;
  if (document.querySelector('[data-rows]')) kept.write('guichet-list', here);

  const announce = () => {
    for (const target of all('[data-key]')) {
      if (choice.checked) target.setAttribute('aria-keyshortcuts', target.dataset.key);
      else target.removeAttribute('aria-keyshortcuts');
    }
  };
  choice.checked = kept.read('guichet-keys') !== 'off';
  choice.addEventListener('change', () => {
    kept.write('guichet-keys', choice.checked ? 'on' : 'off');
    announce();
  });
  announce();
  opener.hidden = false;
  opener.addEventListener('click', () => sheet.showModal());

  const move = (step) => {
    const rows = all('[data-rows] > * a[data-row]');
    if (rows.length === 0) return;
    const chosen = rows.findIndex((row) => row === document.activeElement);
    const current = chosen < 0 ? rows.findIndex((row) => row.hasAttribute('aria-current')) : chosen;
    const next = current < 0 ? (step > 0 ? 0 : rows.length - 1) : current + step;
    rows[Math.min(Math.max(next, 0), rows.length - 1)].focus();
  };
  const back = () => {
    const list = kept.read('guichet-list');
    // Only ever to a list of this desk, whatever somebody wrote there.
    location.assign(list && /^\/agents(?:[/?][^\\]*)?$/.test(list) && list !== here ? list : '/agents');
  };
  const follow = (target) => {
    const id = target.getAttribute('href') || '';
    const place = id.startsWith('#') ? document.getElementById(id.slice(1)) : null;
    if (target.matches('input, select, textarea')) {
      target.focus();
      if (target.select) target.select();
      return;
    }
    if (!place) {
      target.click();
      return;
    }
    if ('open' in place) place.open = true;
    place.scrollIntoView({ block: 'start' });
    const field = place.querySelector('textarea, select, input:not([type="hidden"])');
    (field || place.querySelector('summary, button') || place).focus();
  };
  // A keyboard of another script has the same keys in the same places.
  const typed = (event) => {
    if (/^[ -~]$/.test(event.key)) return event.key;
    const letter = /^Key([A-Z])$/.exec(event.code);
    if (letter) return letter[1].toLowerCase();
    return event.code === 'Slash' ? (event.shiftKey ? '?' : '/') : '';
  };
  const writes = (target) =>
    target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null;

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (sheet.open || writes(event.target) || !choice.checked) return;
    const inside = document.activeElement && document.activeElement.closest('[data-rows]');
    const key = typed(event);
    if (key === 'j' || (inside && event.key === 'ArrowDown')) move(1);
    else if (key === 'k' || (inside && event.key === 'ArrowUp')) move(-1);
    else if (key === '?') sheet.showModal();
    else if (key === 'u') back();
    else {
      const target = all('[data-key]').find((one) => one.dataset.key === key && one.checkVisibility?.() !== false);
      if (!target || key === '') return;
      follow(target);
    }
    event.preventDefault();
  });
})();
