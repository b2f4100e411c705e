// The little the dashboard does in the browser beyond PrimeFaces: colours, menu, copying, the look's preview, the time zone.
(function () {
  'use strict';

  var YEAR = 60 * 60 * 24 * 365;
  var base = location.pathname.replace(/\/[^/]*$/, '') || '/';

  function keep(name, value) {
    document.cookie = name + '=' + encodeURIComponent(value) + ';path=' + base + ';max-age=' + YEAR + ';samesite=lax';
  }

  function closest(event, selector) {
    return event.target instanceof Element ? event.target.closest(selector) : null;
  }

  // The server writes times; it has to know where the reader is.
  try {
    keep('lethe-zone', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  } catch (denied) {
    // Times are then shown in UTC.
  }

  function isDark() {
    var theme = document.documentElement.dataset.theme;
    return theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  function paint() {
    document.documentElement.classList.toggle('dark', isDark());
  }

  function switchTheme() {
    var theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    keep('lethe-theme', theme);
    paint();
  }

  paint();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);

  function menu(open) {
    var button = document.querySelector('[data-menu]');
    document.documentElement.classList.toggle('menu-open', open);
    if (button) {
      button.setAttribute('aria-expanded', String(open));
      if (!open && document.activeElement && document.activeElement.closest('#nav')) {
        button.focus();
      }
    }
  }

  function copy(button) {
    var text = document.getElementById(button.dataset.copy).textContent;
    var label = button.querySelector('span');
    var before = label.textContent;
    var done = function () {
      label.textContent = button.dataset.copied;
      setTimeout(function () { label.textContent = before; }, 2000);
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done, function () { select(button.dataset.copy); });
    } else {
      select(button.dataset.copy);
    }
  }

  // Where the clipboard is closed to us (plain http), the text is at least selected.
  function select(id) {
    var range = document.createRange();
    range.selectNodeContents(document.getElementById(id));
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function channel(hex, at) {
    var value = parseInt(hex.substr(at, 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  // Black or white, whichever reads better on the accent (WCAG relative luminance).
  function inkOn(hex) {
    var luminance = 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    return luminance > 0.179 ? '#000' : '#fff';
  }

  function value(name) {
    var input = document.querySelector('[data-preview="' + name + '"]');
    return input ? input.value : '';
  }

  function out(name) {
    return document.querySelector('[data-preview-out="' + name + '"]');
  }

  function preview() {
    var box = document.querySelector('.preview');
    if (!box) {
      return;
    }
    var accent = value('accent') || '#0f5c6e';
    box.style.setProperty('--accent', accent);
    box.style.setProperty('--on-accent', inkOn(accent));
    box.dataset.side = value('side');
    box.dataset.scheme = value('scheme') === 'AUTO' ? (isDark() ? 'DARK' : 'LIGHT') : value('scheme');
    out('name').textContent = value('name');
    out('greeting').textContent = value('greeting') || box.dataset.previewGreeting;
    var asks = out('suggestions');
    asks.replaceChildren();
    value('suggestions').split('\n').filter(function (line) { return line.trim(); }).slice(0, 3).forEach(function (line) {
      var chip = document.createElement('span');
      chip.textContent = line.trim();
      asks.append(chip);
    });
  }

  document.addEventListener('click', function (event) {
    var button = closest(event, '[data-menu]');
    if (button) {
      menu(button.getAttribute('aria-expanded') !== 'true');
    } else if (closest(event, '[data-menu-close]')) {
      menu(false);
    } else if (closest(event, '[data-theme-switch]')) {
      switchTheme();
      preview();
    } else if (closest(event, '[data-copy]')) {
      copy(closest(event, '[data-copy]'));
    }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      menu(false);
    }
  });
  document.addEventListener('input', function (event) {
    if (closest(event, '[data-preview]')) {
      preview();
    }
  });
  document.addEventListener('change', function (event) {
    if (closest(event, '[data-preview]')) {
      preview();
    }
  });
  document.addEventListener('DOMContentLoaded', preview);

  // A file that is too large is refused before it is sent; the server checks again.
  function refuseLarge(event, files) {
    var form = closest(event, 'form[data-most]');
    if (!form || !files) {
      return false;
    }
    var large = Array.from(files).filter(function (file) { return file.size > Number(form.dataset.most); });
    form.querySelector('[data-upload-message]').textContent = large.length
      ? form.dataset.tooLarge + ' ' + large.map(function (file) { return file.name; }).join(', ')
      : '';
    if (large.length) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    return large.length > 0;
  }
  document.addEventListener('change', function (event) {
    if (event.target.type === 'file' && refuseLarge(event, event.target.files)) {
      event.target.value = '';
    }
  }, true);
  document.addEventListener('drop', function (event) {
    refuseLarge(event, event.dataTransfer && event.dataTransfer.files);
  }, true);

  // A form that waits says so; a second click must not send it twice.
  document.addEventListener('DOMContentLoaded', function () {
    if (window.jQuery) {
      jQuery(document).on('pfAjaxStart', function () { document.documentElement.classList.add('is-waiting'); });
      jQuery(document).on('pfAjaxComplete', function () {
        document.documentElement.classList.remove('is-waiting');
        preview();
      });
    }
  });
})();
