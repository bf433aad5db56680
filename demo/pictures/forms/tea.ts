import { seeded } from '../../catalog/random.ts'
import { type Brush, cloth, type Form, round, solid } from '../brush.ts'
import { at, box, boxPath, fill, oval, stroke } from '../shapes.ts'

const caddy: Form = {
  stance: 'stands',
  size: [400, 450],
  draw: (brush) =>
    solid(brush, boxPath([-130, -330, 260, 330], 14)) +
    solid({ ...brush, surface: 'plain' }, boxPath([-136, -400, 272, 88], 14)) +
    stroke('M-134 -314H134', brush.ink.deep, 5) +
    oval([0, -398, 128, 13], brush.ink.light) +
    label(brush, [-86, -258, 172, 190]) +
    stroke('M-104 -290V-40', '#ffffff58', 11) +
    leaves(brush, [160, 0]),
}

const pouch: Form = {
  stance: 'stands',
  size: [420, 500],
  draw: (brush) =>
    cloth(brush, 'M-160 -470H160L168 -250C178 -160 182 -60 172 0H-172C-182 -60 -178 -160 -168 -250Z') +
    box([-164, -476, 328, 46], brush.ink.dark, 4) +
    stroke('M-150 -410H150', `${brush.ink.deep}90`, 5) +
    stroke('M-172 0C-120 -40 120 -40 172 0', `${brush.ink.deep}60`, 6) +
    label(brush, [-96, -340, 192, 220]) +
    stroke('M-140 -360C-148 -240 -150 -140 -146 -60', '#ffffff48', 11) +
    leaves(brush, [196, 4]),
}

const teabox: Form = {
  stance: 'stands',
  size: [500, 360],
  draw: (brush) =>
    fill('M150 -240L226 -276V-36L150 0Z', brush.ink.deep) +
    fill('M-210 -240L-134 -276H226L150 -240Z', brush.ink.light) +
    cloth(brush, 'M-210 -240H150V0H-210Z') +
    fill('M-120 -276C-120 -330 -60 -340 -40 -300V-262H-110Z', '#fbf6ea') +
    stroke('M-80 -316C-70 -370 20 -370 30 -330', '#c9b795', 4) +
    fill('M20 -334h34v40h-34z', brush.trim.base) +
    label(brush, [-120, -196, 180, 150]),
}

const brewed: Form = {
  stance: 'stands',
  size: [500, 380],
  draw: (brush) =>
    at(
      'translate(-120 -10)',
      solid(brush, boxPath([-110, -280, 220, 280], 12)),
      solid({ ...brush, surface: 'plain' }, boxPath([-116, -340, 232, 76], 12)),
      label(brush, [-72, -222, 144, 160]),
    ) +
    at(
      'translate(130 14)',
      oval([0, -6, 150, 20], '#e6dccb'),
      oval([0, -12, 150, 20], '#fbf6ea'),
      stroke('M80 -110C140 -114 134 -40 66 -46', '#e9dfce', 15),
      fill(
        'M-100 -140C-96 -50 -60 -14 -30 -14H30C60 -14 96 -50 100 -140Z',
        round(brush, { ...brush.ink, base: '#f4ecdd', light: '#fffaf0', dark: '#d9cdb8' }),
      ),
      oval([0, -140, 100, 17], '#fffaf0'),
      oval([0, -138, 88, 12], brush.trim.base),
      stroke('M-20 -180C-40 -210 0 -230 -16 -262M20 -184C2 -214 40 -236 24 -270', '#ffffffb0', 7),
    ),
}

function label(brush: Brush, [x, y, w, h]: readonly [number, number, number, number]): string {
  const [cx, cy] = [x + w / 2, y + h * 0.42]
  return (
    box([x, y, w, h], '#fbf5e6', 8) +
    `<rect x="${x + 8}" y="${y + 8}" width="${w - 16}" height="${h - 16}" rx="5" fill="none" stroke="${brush.ink.dark}" stroke-width="2.5"/>` +
    at(
      `translate(${cx} ${cy})`,
      fill('M0 34C-34 14 -36 -14 0 -46C36 -14 34 14 0 34Z', brush.ink.base),
      fill(
        'M-4 32C-50 30 -62 6 -66 -16C-36 -16 -12 2 -4 32ZM4 32C50 30 62 6 66 -16C36 -16 12 2 4 32Z',
        brush.ink.dark,
      ),
      stroke('M0 34V-22', '#fbf5e6', 3),
    ) +
    stroke(
      `M${cx - w * 0.26} ${y + h * 0.78}H${cx + w * 0.26}M${cx - w * 0.14} ${y + h * 0.87}H${cx + w * 0.14}`,
      brush.ink.dark,
      4,
    )
  )
}

function leaves({ seed, trim }: Brush, [x, y]: readonly [number, number]): string {
  const random = seeded(seed)
  return Array.from({ length: 14 }, () =>
    at(
      `translate(${Math.round(x - 40 + random() * 90)} ${Math.round(y - random() * 22)}) rotate(${Math.round(random() * 180)})`,
      oval([0, 0, 13, 4], random() < 0.5 ? trim.dark : trim.deep),
    ),
  ).join('')
}

export const tea: Readonly<Record<string, Form>> = { caddy, pouch, teabox, brewed }
