import { type Brush, cloth, type Form } from '../brush.ts'
import { at, dot, fill, seam, stroke } from '../shapes.ts'

const cushion: Form = {
  stance: 'stands',
  size: [520, 500],
  draw: (brush) =>
    at(
      'translate(0 -244) rotate(-5)',
      pillow(brush),
      stroke('M-60 -150C-30 -100 -10 -70 -4 -30M70 140C60 90 40 60 20 40', `${brush.ink.deep}50`, 6),
    ),
}

const lumbar: Form = {
  stance: 'stands',
  size: [600, 330],
  draw: (brush) =>
    at(
      'translate(0 -160) rotate(-3)',
      cloth(
        brush,
        'M-280 -140C-100 -158 100 -158 280 -140C296 -60 296 60 280 142C100 160 -100 160 -280 142C-296 60 -296 -60 -280 -140Z',
      ),
      ...[-262, 262].map((x) =>
        stroke(`M${x} -126C${x * 1.04} -40 ${x * 1.04} 40 ${x} 128`, `${brush.ink.pale}a0`, 5),
      ),
      ...[-1, 1].flatMap((side) =>
        [-142, 142].map((y) =>
          at(
            `translate(${side * 282} ${y})`,
            dot(0, 0, 13, brush.trim.dark),
            stroke(`M0 4L${side * 10} 38M0 4L${side * 22} 30M0 4V40`, brush.trim.base, 5),
          ),
        ),
      ),
    ),
}

const roundpillow: Form = {
  stance: 'stands',
  size: [480, 470],
  draw: (brush) =>
    at(
      'translate(0 -232)',
      cloth(brush, 'M-234 0A234 232 0 1 1 234 0A234 232 0 1 1 -234 0Z'),
      `<ellipse rx="222" ry="220" fill="none" stroke="${brush.ink.pale}" stroke-opacity=".6" stroke-width="6"/>`,
      ...Array.from({ length: 12 }, (_, i) =>
        at(`rotate(${i * 30})`, stroke('M0 -34C6 -90 -4 -140 0 -186', `${brush.ink.deep}48`, 5)),
      ),
      dot(0, 0, 26, brush.ink.dark),
      dot(-4, -4, 20, brush.ink.light),
    ),
}

const throwfold: Form = {
  stance: 'stands',
  size: [560, 330],
  draw: (brush) =>
    fold(brush, [0, 0, 270]) +
    fold(brush, [4, -96, 264]) +
    fold(brush, [-2, -192, 268]) +
    stroke(
      Array.from({ length: 13 }, (_, i) => `M${-240 + i * 40} -98q${i % 2 === 0 ? 5 : -5} 20 0 42`).join(''),
      brush.ink.pale,
      6,
    ),
}

const drape: Form = {
  stance: 'hangs',
  size: [500, 680],
  draw: (brush) =>
    stroke('M-330 6H330', brush.trim.dark, 20) +
    stroke('M-330 2H330', brush.trim.light, 6) +
    cloth(brush, 'M-200 -6C-100 -16 100 -16 206 -6L222 560C150 586 100 556 40 572S-120 590 -214 566Z') +
    [-130, -60, 30, 110, 160]
      .map((x, i) =>
        stroke(
          `M${x} 6C${x + 12} 180 ${x - 14} 380 ${x + (i % 2 === 0 ? 16 : -12)} 556`,
          `${brush.ink.deep}30`,
          14,
        ),
      )
      .join('') +
    [-92, 74, 190]
      .map((x) => stroke(`M${x} 6C${x + 6} 200 ${x - 8} 400 ${x + 4} 550`, `${brush.ink.pale}38`, 10))
      .join('') +
    Array.from({ length: 15 }, (_, i) =>
      stroke(
        `M${-204 + i * 29} 562q${i % 2 === 0 ? 6 : -6} 34 0 66`,
        i % 3 === 0 ? brush.ink.dark : brush.ink.light,
        7,
      ),
    ).join(''),
}

function pillow(brush: Brush): string {
  const d =
    'M-232 -228C-120 -196 120 -196 232 -228C204 -110 204 110 234 226C120 198 -120 198 -234 226C-204 110 -204 -110 -232 -228Z'
  return (
    cloth(brush, d) +
    seam(
      'M-208 -202C-110 -178 110 -178 208 -202C184 -100 184 100 210 202C110 180 -110 180 -210 202C-184 100 -184 -100 -208 -202Z',
      `${brush.ink.pale}b0`,
    )
  )
}

function fold(brush: Brush, [x, y, half]: readonly [number, number, number]): string {
  return at(
    `translate(${x} ${y})`,
    cloth(
      brush,
      `M${-half + 20} 0C${-half - 14} -4 ${-half - 14} -96 ${-half + 20} -104C-100 -116 100 -112 ${half - 6} -104C${half + 6} -80 ${half + 4} -20 ${half - 10} 0Z`,
    ),
    stroke(`M${half - 14} -54C100 -64 -100 -60 ${-half + 30} -52`, `${brush.ink.deep}70`, 5),
    fill(`M${-half + 20} 0C-100 -10 100 -10 ${half - 10} 0Z`, `${brush.ink.deep}60`),
  )
}

export const textiles: Readonly<Record<string, Form>> = { cushion, lumbar, roundpillow, throwfold, drape }
