import { type Brush, type Form, round, slope } from '../brush.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'
import { linear } from '../sheet.ts'

const honeyjar: Form = {
  stance: 'stands',
  size: [420, 420],
  draw: (brush) =>
    jar(
      brush,
      'M-130 -300H130C150 -290 160 -270 160 -240V-40Q160 0 120 0H-120Q-160 0 -160 -40V-240C-160 -270 -150 -290 -130 -300Z',
    ) +
    lid(brush, [-140, -372, 280, 76]) +
    label(brush, hive(brush)) +
    stroke('M-132 -250V-60', '#ffffff88', 12),
}

const jamjar: Form = {
  stance: 'stands',
  size: [360, 440],
  draw: (brush) =>
    jar(
      brush,
      'M-110 -310C-140 -290 -146 -270 -146 -230V-34Q-146 0 -112 0H112Q146 0 146 -34V-230C146 -270 140 -290 110 -310Z',
    ) +
    fill(
      'M-128 -400C-100 -424 100 -424 128 -400L164 -306C100 -326 60 -292 0 -308S-100 -326 -164 -306Z',
      slope(brush, brush.trim),
    ) +
    stroke('M-122 -362C-60 -350 60 -350 122 -362', '#fbf5e6', 9) +
    stroke('M-60 -396L-84 -324M0 -402V-318M60 -396L84 -324', `${brush.trim.deep}48`, 6) +
    label(brush, berry(brush)) +
    stroke('M-116 -240V-50', '#ffffff88', 11),
}

const syrup: Form = {
  stance: 'stands',
  size: [250, 600],
  draw: (brush) =>
    jar(
      brush,
      'M-38 -500C-36 -400 -100 -380 -108 -300V-34Q-108 0 -76 0H76Q108 0 108 -34V-300C100 -380 36 -400 38 -500Z',
    ) +
    box([-44, -516, 88, 30], '#e3ded2', 6) +
    fill('M-34 -516L-28 -580H28L34 -516Z', '#c69f6a') +
    stroke('M-20 -560h12M4 -540h14', '#a37f4e', 4) +
    at('translate(0 -20)', label(brush, berry(brush))) +
    stroke('M-80 -300V-50', '#ffffff88', 10),
}

const honeyset: Form = {
  stance: 'stands',
  size: [560, 330],
  draw: (brush) =>
    [brush.ink.dark, brush.ink.base, brush.ink.light]
      .map((base, i) =>
        at(
          `translate(${i * 180 - 180}) scale(.72)`,
          jar(
            { ...brush, ink: { ...brush.ink, base } },
            'M-100 -260H100Q124 -250 124 -220V-40Q124 0 90 0H-90Q-124 0 -124 -40V-220Q-124 -250 -100 -260Z',
          ),
          lid(brush, [-108, -326, 216, 70]),
          box([-90, -180, 180, 110], '#fbf5e6', 6),
          at('translate(0 -126) scale(.6)', hive(brush)),
          stroke('M-98 -210V-60', '#ffffff88', 10),
        ),
      )
      .join('') + dipper(brush),
}

function jar(brush: Brush, d: string): string {
  const { ink, sheet } = brush
  return (
    fill(
      d,
      linear(sheet, [
        [0, ink.dark],
        [0.22, ink.pale],
        [0.5, ink.base],
        [0.86, ink.dark],
        [1, ink.light],
      ]),
    ) + stroke(d, '#ffffff80', 4)
  )
}

function lid(brush: Brush, place: readonly [number, number, number, number]): string {
  const [x, y, w, h] = place
  return (
    fill(boxPath(place, 12), round(brush, brush.trim)) +
    stroke(`M${x + 6} ${y + h * 0.62}H${x + w - 6}`, `${brush.trim.deep}70`, 4) +
    stroke(`M${x + 18} ${y + 18}H${x + w - 60}`, '#ffffff60', 5)
  )
}

function label(brush: Brush, emblem: string): string {
  return (
    box([-94, -220, 188, 160], '#fbf5e6', 8) +
    `<rect x="-86" y="-212" width="172" height="144" rx="5" fill="none" stroke="${brush.ink.dark}" stroke-width="2.5"/>` +
    at('translate(0 -152)', emblem) +
    stroke('M-50 -92H50', brush.ink.dark, 4)
  )
}

function hive({ ink }: Brush): string {
  const cell = (x: number, y: number, tone: string) =>
    fill(`M${x} ${y - 26}l22.5 13v26l-22.5 13l-22.5 -13v-26z`, tone)
  return (
    cell(-24, -10, ink.base) +
    cell(24, -10, ink.dark) +
    cell(0, 31, ink.light) +
    stroke('M-24 -36l22.5 13v26M24 -36l-22.5 13', '#fbf5e6', 3)
  )
}

function berry({ ink }: Brush): string {
  return (
    fill(
      'M0 -8C-20 -40 -44 -40 -54 -30C-44 -8 -20 -2 0 -8ZM0 -8C20 -40 44 -40 54 -30C44 -8 20 -2 0 -8Z',
      '#7c9460',
    ) +
    dot(-22, 16, 24, ink.base) +
    dot(22, 16, 24, ink.dark) +
    dot(0, 36, 24, ink.base) +
    dot(-28, 10, 6, ink.pale) +
    dot(-6, 30, 6, ink.pale)
  )
}

function dipper({ trim }: Brush): string {
  return at(
    'translate(250 -20) rotate(24)',
    stroke('M0 0V-220', trim.base, 12),
    ...[0, 1, 2, 3].map((i) => oval([0, -8 + i * 15, 26 - Math.abs(i - 1.5) * 5, 7], trim.dark)),
  )
}

export const preserves: Readonly<Record<string, Form>> = { honeyjar, jamjar, syrup, honeyset }
