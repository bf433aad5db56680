import { type Brush, cloth, type Form, slope, solid } from '../brush.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'
import { linear } from '../sheet.ts'

const clock: Form = {
  stance: 'stands',
  size: [420, 460],
  draw: (brush) =>
    ['M-90 -40L-120 0', 'M90 -40L120 0'].map((d) => stroke(d, brush.trim.dark, 22)).join('') +
    at(
      'translate(0 -220)',
      dot(8, 4, 204, brush.ink.deep),
      dot(0, 0, 204, slope(brush)),
      dot(0, 0, 172, brush.ink.dark),
      dot(2, 3, 168, '#fbf6ea'),
      ...Array.from({ length: 12 }, (_, i) =>
        at(
          `rotate(${i * 30})`,
          stroke(`M0 -146V${i % 3 === 0 ? -122 : -134}`, brush.ink.deep, i % 3 === 0 ? 9 : 5),
        ),
      ),
      at('rotate(-52)', stroke('M0 12V-80', brush.ink.deep, 12)),
      at('rotate(62)', stroke('M0 16V-116', brush.ink.deep, 8)),
      at('rotate(170)', stroke('M0 22V-122', brush.trim.base, 4)),
      dot(0, 0, 12, brush.trim.base),
    ),
}

const pencup: Form = {
  stance: 'stands',
  size: [300, 500],
  draw: (brush) =>
    at(
      'translate(-40 -180) rotate(-10)',
      box([-14, -260, 28, 280], '#d9a441'),
      fill('M-14 -260L0 -310L14 -260Z', '#e3c79c'),
      fill('M-5 -290L0 -310L5 -290Z', '#3f3b44'),
    ) +
    at(
      'translate(14 -180) rotate(4)',
      box([-12, -230, 24, 260], '#37436e'),
      box([-12, -260, 24, 34], '#c6a86a', 8),
    ) +
    at(
      'translate(62 -180) rotate(16)',
      stroke('M-14 -190V20M14 -190V20', '#aeb4b6', 12),
      `<circle cx="-22" cy="-216" r="28" fill="none" stroke="${brush.trim.dark}" stroke-width="13"/><circle cx="26" cy="-220" r="28" fill="none" stroke="${brush.trim.dark}" stroke-width="13"/>`,
    ) +
    oval([0, -226, 126, 20], brush.ink.deep) +
    solid(brush, 'M-126 -226Q0 -192 126 -226V-26Q124 0 98 0H-98Q-124 0 -126 -26Z') +
    stroke('M-98 -180V-50', '#ffffff50', 11),
}

const tray: Form = {
  stance: 'stands',
  size: [560, 330],
  draw: (brush) =>
    shelf(brush, 0) +
    shelf(brush, -150) +
    ['M-236 -20V-290', 'M236 -20V-290'].map((d) => stroke(d, brush.trim.dark, 15)).join(''),
}

const tape: Form = {
  stance: 'stands',
  size: [500, 300],
  draw: (brush) =>
    `<circle cx="-50" cy="-168" r="92" fill="none" stroke="#e9d9b4" stroke-width="50"/><circle cx="-50" cy="-168" r="66" fill="none" stroke="${brush.trim.dark}" stroke-width="14"/>` +
    stroke('M-20 -258L196 -150', '#f1e6c8', 12) +
    solid(
      brush,
      'M-230 0C-250 -60 -230 -120 -180 -126C-150 -126 -150 -90 -110 -80C-60 -66 20 -80 60 -120C90 -150 150 -170 216 -160V-130L230 0Z',
    ) +
    fill('M200 -164l12 -14l8 14l10 -12l4 18v24h-34z', '#b9bfc1') +
    dot(-50, -168, 28, brush.trim.base) +
    dot(-50, -168, 12, brush.trim.deep) +
    stroke('M-206 -80C-204 -50 -198 -30 -190 -20', '#ffffff55', 10),
}

const bookends: Form = {
  stance: 'stands',
  size: [600, 430],
  draw: (brush) => {
    const books: readonly (readonly [number, number, number, string])[] = [
      [-140, 54, 320, '#b9603f'],
      [-84, 40, 280, '#e6dac3'],
      [-42, 66, 350, '#37546b'],
      [26, 46, 300, '#c99a35'],
      [74, 60, 330, '#7c8f74'],
    ]
    return (
      books
        .map(
          ([x, w, h, tone]) =>
            box([x, -h, w, h], tone, 4) +
            box([x, -h, 9, h], '#ffffff38', 4) +
            box([x + w - 11, -h, 11, h], '#2b243326', 4) +
            box([x + 10, -h + 34, w - 20, 9], '#fff6e0b0') +
            box([x + 10, -h + 54, w - 20, 4], '#fff6e0b0'),
        )
        .join('') +
      at(
        'translate(-146 0)',
        solid(brush, 'M0 0V-250A140 140 0 0 0 -130 -110V0Z'),
        stroke('M-104 -110V-30', '#ffffff48', 9),
      ) +
      at('translate(140 0) scale(-1 1)', solid(brush, 'M0 0V-250A140 140 0 0 0 -130 -110V0Z'))
    )
  },
}

const scissors: Form = {
  stance: 'lies',
  size: [440, 660],
  draw: (brush) =>
    at(
      'rotate(20)',
      half(brush, 1),
      half(brush, -1),
      dot(0, -10, 17, brush.trim.base),
      stroke('M-9 -10H9', brush.trim.deep, 5),
    ),
}

const mat: Form = {
  stance: 'lies',
  size: [680, 500],
  draw: (brush) =>
    at(
      'rotate(-6)',
      cloth(brush, boxPath([-320, -220, 640, 440], 22)),
      `<path d="${boxPath([-306, -206, 612, 412], 16)}" fill="none" stroke="${brush.ink.pale}" stroke-opacity=".8" stroke-width="3" stroke-dasharray="10 8"/>`,
      at(
        'translate(130 -10) rotate(24)',
        box([-13, -160, 26, 300], brush.trim.base, 4),
        fill('M-13 -160L0 -206L13 -160Z', '#e3c79c'),
      ),
      box([-250, -130, 210, 270], '#fbf6ea', 4),
      ...[0, 1, 2, 3, 4].map((i) => stroke(`M-220 ${-84 + i * 42}H${i === 4 ? -140 : -70}`, '#d6cdbd', 4)),
    ),
}

function shelf(brush: Brush, y: number): string {
  const paper = linear(brush.sheet, [
    [0, '#ffffff'],
    [1, '#e9e1d1'],
  ])
  return at(
    `translate(0 ${y})`,
    box([-210, -78, 400, 12], paper),
    box([-204, -92, 400, 12], '#f3ecdd'),
    box([-212, -66, 420, 14], paper),
    solid(
      brush,
      'M-256 -100Q-256 -110 -246 -110H-226V-54H226V-110H246Q256 -110 256 -100V-22Q256 0 236 0H-236Q-256 0 -256 -22Z',
    ),
    box([-70, -42, 140, 16], `${brush.ink.deep}90`, 8),
  )
}

function half(brush: Brush, side: number): string {
  return at(
    `scale(${side} 1) rotate(9)`,
    fill(
      'M-18 -10C-24 -130 -10 -260 4 -330C24 -260 26 -120 18 -10Z',
      linear(brush.sheet, [
        [0, '#eef1f1'],
        [0.5, '#c4cacc'],
        [1, '#9aa2a5'],
      ]),
    ),
    fill('M-12 -20H16L40 110H8Z', '#aab1b3'),
    `<ellipse cx="60" cy="200" rx="70" ry="108" fill="none" stroke="${brush.ink.dark}" stroke-width="34" transform="rotate(-14 60 200)"/><ellipse cx="57" cy="197" rx="70" ry="108" fill="none" stroke="${brush.ink.base}" stroke-width="26" transform="rotate(-14 57 197)"/>`,
  )
}

export const desk: Readonly<Record<string, Form>> = { clock, pencup, tray, tape, bookends, scissors, mat }
