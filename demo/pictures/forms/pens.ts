import { type Brush, type Form, round, slope, solid } from '../brush.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'

const fountainpen: Form = {
  stance: 'lies',
  size: [470, 700],
  draw: (brush) =>
    at(
      'rotate(36) translate(-46 40)',
      nib(brush),
      solid(brush, 'M-26 -230L-34 -180V230Q-34 290 0 300Q34 290 34 230V-180L26 -230Z'),
      box([-35, -186, 70, 15], brush.trim.light),
      box([-35, 190, 70, 9], brush.trim.light),
      stroke('M-16 -160V220', '#ffffff60', 7),
    ) +
    at(
      'rotate(36) translate(86 70)',
      solid(brush, boxPath([-40, -130, 80, 270], 30)),
      box([-41, -100, 82, 12], brush.trim.light),
      box([-41, -80, 82, 6], brush.trim.base),
      fill(boxPath([22, -60, 15, 190], 7), round(brush, brush.trim)),
      stroke('M-20 -50V110', '#ffffff60', 7),
    ),
}

const ballpoint: Form = {
  stance: 'lies',
  size: [440, 720],
  draw: (brush) =>
    at('rotate(34) translate(-52 10)', barrel(brush)) +
    at(
      'rotate(30) translate(62 -10)',
      barrel({ ...brush, ink: brush.trim, trim: brush.ink, surface: 'plain' }),
    ),
}

const pencils: Form = {
  stance: 'lies',
  size: [520, 700],
  draw: (brush) => {
    const tones = [brush.ink.dark, brush.ink.base, brush.trim.base, brush.ink.light, brush.ink.pale]
    return (
      tones
        .map((tone, i) =>
          at(`rotate(${-16 + i * 8}) translate(${(i - 2) * 78} ${Math.abs(i - 2) * 8})`, pencil(tone)),
        )
        .join('') +
      at(
        'translate(0 130) rotate(0)',
        box([-240, -34, 480, 68], slope(brush, brush.trim), 6),
        stroke('M-200 0H200', `${brush.trim.pale}90`, 4),
      )
    )
  },
}

const brushes: Form = {
  stance: 'lies',
  size: [480, 680],
  draw: (brush) =>
    [-1, 0, 1]
      .map((i) =>
        at(
          `rotate(${12 + i * 15}) translate(${i * 96} ${Math.abs(i) * 16})`,
          paintbrush(brush, 0.86 + (1 - Math.abs(i)) * 0.14),
        ),
      )
      .join(''),
}

const inkbottle: Form = {
  stance: 'stands',
  size: [360, 330],
  draw: (brush) =>
    fill(
      'M-160 -20V-150Q-160 -196 -110 -200H110Q160 -196 160 -150V-20Q160 0 140 0H-140Q-160 0 -160 -20Z',
      '#dfe7e8',
    ) +
    solid(brush, 'M-144 -24V-130Q0 -116 144 -130V-24Q144 -14 134 -14H-134Q-144 -14 -144 -24Z') +
    oval([0, -130, 144, 13], brush.ink.light) +
    box([-66, -224, 132, 28], '#cdd8d9', 6) +
    fill(boxPath([-86, -310, 172, 92], 16), round(brush, brush.trim)) +
    [-60, -36, -12, 12, 36, 60].map((x) => stroke(`M${x} -296V-234`, `${brush.trim.deep}60`, 4)).join('') +
    fill(boxPath([-62, -110, 124, 70], 6), '#fbf6eaf0') +
    fill('M0 -100C16 -80 18 -66 0 -56C-18 -66 -16 -80 0 -100Z', brush.ink.base) +
    stroke('M-136 -150V-60', '#ffffffb0', 10),
}

const marker: Form = {
  stance: 'lies',
  size: [600, 600],
  draw: (brush) => {
    const tones = [brush.ink.deep, brush.ink.base, brush.ink.light, brush.trim.base, brush.trim.light]
    return at(
      'rotate(-24)',
      ...tones.map((tone, i) =>
        at(
          `translate(${i % 2 === 0 ? 0 : 36} ${(i - 2) * 92})`,
          box([-230, -31, 320, 62], '#f6f0e3', 14),
          box([-230, 10, 320, 21], '#2b243314', 12),
          box([86, -33, 150, 66], tone, 16),
          box([96, -24, 130, 12], '#ffffff50', 6),
          box([-234, -31, 30, 62], tone, 12),
        ),
      ),
    )
  },
}

function nib({ trim }: Brush): string {
  return (
    fill('M-30 -226C-34 -280 -12 -320 0 -350C12 -320 34 -280 30 -226Z', trim.light) +
    fill('M4 -226V-340C14 -312 34 -280 30 -226Z', trim.base) +
    stroke('M0 -340V-276', trim.deep, 3) +
    dot(0, -272, 6, trim.deep)
  )
}

function barrel(brush: Brush): string {
  return (
    fill('M-14 -300L0 -340L14 -300Z', '#b9bcbd') +
    fill('M-27 -220L-14 -304H14L27 -220Z', round(brush, brush.trim)) +
    solid(brush, boxPath([-28, -222, 56, 470], 8)) +
    box([-29, 40, 58, 10], brush.trim.light) +
    box([-12, 246, 24, 40], brush.trim.base, 8) +
    fill(boxPath([16, 70, 13, 150], 6), round(brush, brush.trim)) +
    stroke('M-14 -200V230', '#ffffff58', 6)
  )
}

function pencil(tone: string): string {
  return (
    fill('M-25 -230L0 -316L25 -230Z', '#e3c79c') +
    fill('M-9 -286L0 -318L9 -286Z', '#3f3b44') +
    box([-25, -232, 50, 480], tone) +
    box([-25, -232, 15, 480], '#ffffff38') +
    box([10, -232, 15, 480], '#2b243322') +
    box([-25, 236, 50, 34], '#c6a86a') +
    box([-25, 268, 50, 40], '#dd9a90', 10)
  )
}

function paintbrush(brush: Brush, size: number): string {
  return at(
    `scale(${size})`,
    solid(brush, 'M-17 -120C-28 20 -10 180 -5 320Q0 334 5 320C10 180 28 20 17 -120Z'),
    box([-21, -190, 42, 76], '#c4a75f', 4),
    box([-21, -164, 42, 5], '#8d7440'),
    fill('M-23 -188C-36 -250 -10 -300 0 -340C10 -300 36 -250 23 -188Z', '#6d4a35'),
    fill('M-12 -262C-6 -296 -2 -320 0 -340C10 -300 24 -270 20 -250Z', brush.trim.base),
    stroke('M-8 -100C-12 0 -6 120 -2 240', '#ffffff50', 5),
  )
}

export const pens: Readonly<Record<string, Form>> = {
  fountainpen,
  ballpoint,
  pencils,
  brushes,
  inkbottle,
  marker,
}
