/** Keeps any accent colour readable (WCAG 2.2, 1.4.3). */

const WHITE = [255, 255, 255];
const INK = [16, 20, 24];

/** @param {?string|undefined} hex @return {!Array<number>} */
function parse(hex) {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex || '') || [0, '0f', '5c', '6e'];
  return [1, 2, 3].map((part) => parseInt(match[part], 16));
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function mix(from, to, share) {
  return from.map((value, index) => Math.round(value + (to[index] - value) * share));
}

/** The nearest shade of a colour that can be read on a background. */
function readable(colour, background, wanted) {
  const goal = luminance(background) > 0.4 ? [0, 0, 0] : WHITE;
  for (let share = 0; share <= 1; share += 0.05) {
    const shade = mix(colour, goal, share);
    if (contrast(shade, background) >= wanted) return shade;
  }
  return goal;
}

const css = (rgb) => `rgb(${rgb.join(' ')})`;

/**
 * The custom properties that carry an accent through the style sheets.
 * @param {?string|undefined} hex
 * @param {boolean} dark
 * @return {!Object<string, string>}
 */
export function palette(hex, dark) {
  const accent = parse(hex);
  const surface = dark ? [23, 26, 31] : WHITE;
  // What is drawn on the accent carries the meaning; the accent itself need only be told from its surface.
  const fill = readable(accent, surface, 1.35);
  const onFill = contrast(WHITE, fill) >= 4.5 || contrast(WHITE, fill) >= contrast(INK, fill) ? WHITE : INK;
  const solid = contrast(onFill, fill) >= 4.5 ? fill : readable(fill, onFill, 4.6);
  return {
    '--accent': css(solid),
    '--on-accent': css(onFill),
    '--accent-text': css(readable(accent, dark ? [33, 38, 46] : [238, 241, 244], 4.6)),
    '--accent-soft': css(mix(surface, accent, dark ? 0.22 : 0.09)),
  };
}
