import { type Brush, cloth, type Form, solid } from '../brush.ts'
import { at, box, dot, fill, oval, ovalPath, stroke } from '../shapes.ts'
import { linear } from '../sheet.ts'

const mug: Form = {
  stance: 'stands',
  size: [330, 290],
  draw: (brush) =>
    stroke('M112 -212C206 -224 204 -72 108 -76', brush.ink.dark, 30) +
    stroke('M112 -216C198 -226 196 -78 108 -82', brush.ink.light, 8) +
    solid(brush, 'M-132 -256L-124 -44Q-120 0 -78 0H78Q120 0 124 -44L132 -256Z') +
    rim(brush, [0, -256, 132, 25]) +
    oval([4, -250, 108, 15], '#5a3a2a') +
    stroke('M-100 -214L-95 -70', '#ffffff55', 12),
}

const bowl: Form = {
  stance: 'stands',
  size: [460, 230],
  draw: (brush) =>
    fill('M-84 -22L-72 0H72L84 -22Z', brush.ink.deep) +
    solid(brush, 'M-226 -178C-222 -70 -140 -14 -84 -14H84C140 -14 222 -70 226 -178Z') +
    rim(brush, [0, -178, 226, 36]) +
    stroke('M-188 -134C-172 -84 -136 -54 -108 -44', '#ffffff55', 12),
}

const plate: Form = {
  stance: 'lies',
  size: [560, 560],
  draw: (brush) => {
    const ring = linear(
      brush.sheet,
      [
        [0, brush.ink.dark],
        [1, brush.ink.pale],
      ],
      48,
    )
    return (
      cloth(brush, ovalPath([0, 0, 262, 262])) +
      `<circle r="261" fill="none" stroke="${brush.ink.pale}" stroke-width="5"/>` +
      dot(0, 0, 184, ring) +
      dot(0, 0, 178, brush.ink.base) +
      cloth(brush, ovalPath([0, 0, 178, 178])) +
      fill('M-150 -70A165 165 0 0 1 -40 -158A150 150 0 0 0 -150 -70Z', '#ffffff60') +
      at(
        'rotate(40)',
        box([-5, -330, 10, 210], brush.trim.dark, 5),
        oval([0, -310, 25, 44], brush.trim.base),
        oval([-4, -314, 15, 31], brush.trim.light),
      )
    )
  },
}

const jug: Form = {
  stance: 'stands',
  size: [350, 430],
  draw: (brush) =>
    stroke('M96 -330C214 -344 210 -130 118 -112', brush.ink.dark, 28) +
    stroke('M96 -334C204 -346 202 -138 118 -120', brush.ink.light, 7) +
    solid(
      brush,
      'M-118 -416C-104 -330 -150 -250 -150 -150C-150 -50 -118 0 -76 0H76C118 0 150 -50 150 -150C150 -250 100 -320 108 -396C60 -384 -60 -384 -118 -416Z',
    ) +
    fill('M-118 -416C-60 -430 70 -426 108 -396C60 -378 -60 -380 -118 -416Z', brush.ink.deep) +
    stroke('M-116 -250C-128 -190 -126 -130 -118 -90', '#ffffff55', 13),
}

const cups: Form = {
  stance: 'stands',
  size: [270, 380],
  draw: (brush) =>
    at('translate(0 0)', cup(brush)) +
    at('translate(10 -156)', cup(brush), oval([0, -186, 96, 13], brush.ink.deep)),
}

const platter: Form = {
  stance: 'lies',
  size: [620, 420],
  draw: (brush) =>
    at(
      'rotate(-14)',
      cloth(brush, ovalPath([0, 0, 300, 190])),
      `<ellipse rx="299" ry="189" fill="none" stroke="${brush.ink.pale}" stroke-width="5"/>`,
      fill(
        ovalPath([0, 0, 238, 136]),
        linear(
          brush.sheet,
          [
            [0, brush.ink.dark],
            [1, brush.ink.pale],
          ],
          48,
        ),
      ),
      cloth(brush, ovalPath([0, 3, 233, 131])),
      lemon(-70, -8, 0.95),
      lemon(44, 30, 1.1),
      lemon(58, -56, 0.85),
    ),
}

function cup(brush: Brush): string {
  return (
    solid(brush, 'M-122 -190C-118 -90 -100 0 -60 0H60C100 0 118 -90 122 -190Z') +
    rim(brush, [0, -190, 122, 20]) +
    stroke('M-92 -156C-90 -110 -82 -70 -74 -44', '#ffffff50', 10)
  )
}

function rim({ ink, sheet }: Brush, ring: readonly [number, number, number, number]): string {
  const [cx, cy, rx, ry] = ring
  const inside = linear(sheet, [
    [0, ink.deep],
    [0.6, ink.dark],
    [1, ink.base],
  ])
  return oval(ring, ink.pale) + oval([cx, cy + 2, rx - 8, ry - 5], inside)
}

function lemon(x: number, y: number, size: number): string {
  return at(
    `translate(${x} ${y}) scale(${size}) rotate(-20)`,
    oval([4, 10, 62, 46], '#2b243322'),
    fill('M-66 0C-50 -52 40 -54 60 -6C72 -4 72 10 60 10C40 54 -48 50 -66 0Z', '#ecc94b'),
    fill('M-50 -8C-36 -38 14 -42 30 -30C0 -30 -30 -24 -50 -8Z', '#f8e59a'),
  )
}

export const tableware: Readonly<Record<string, Form>> = { mug, bowl, plate, jug, cups, platter }
