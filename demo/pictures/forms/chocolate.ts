import { type Brush, cloth, type Form, round, solid } from '../brush.ts'
import { type Ink, ink } from '../ink.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'

const dark = ink('#4c2f24')
const milk = ink('#8a5a3c')
const white = ink('#ecdcbc')

function bar(tone: Ink): Form {
  return {
    stance: 'lies',
    size: [420, 680],
    draw: (brush) =>
      at(
        'rotate(-9)',
        squares(tone),
        fill(
          'M-166 -60L-140 -84L-104 -56L-66 -86L-24 -58L20 -88L62 -58L104 -84L140 -60L166 -80V-20H-166Z',
          '#e9dcc0',
        ),
        fill('M-166 -44L-120 -66L-60 -44L0 -66L60 -44L120 -66L166 -50V0H-166Z', '#d8c39a'),
        cloth(brush, 'M-172 -20H172V320Q172 330 162 330H-162Q-172 330 -172 320Z'),
        box([-110, 70, 220, 170], '#fbf5e6', 8),
        pod(brush),
        stroke('M-60 214H60', brush.ink.dark, 5),
      ),
  }
}

const stack: Form = {
  stance: 'stands',
  size: [500, 350],
  draw: (brush) =>
    [dark, milk, dark].map((tone, i) => at(`translate(${i * 14 - 14} ${-84 * i})`, slab(tone))).join('') +
    at(
      'translate(30 -252) rotate(-4)',
      cloth(brush, boxPath([-150, -60, 300, 62], 8)),
      box([-40, -60, 80, 62], '#fbf5e6'),
    ),
}

const pralines: Form = {
  stance: 'lies',
  size: [620, 560],
  draw: (brush) => {
    const tones = [dark, milk, white, milk, dark, milk, dark, white, dark, dark, milk, dark]
    return at(
      'rotate(-6)',
      cloth(brush, boxPath([-296, -236, 592, 472], 20)),
      box([-270, -210, 540, 420], brush.ink.deep, 10),
      ...tones.map((tone, i) =>
        at(
          `translate(${-202 + (i % 4) * 135} ${-140 + Math.floor(i / 4) * 140})`,
          box([-60, -62, 120, 124], '#f2e6cd', 12),
          praline(tone, i),
        ),
      ),
    )
  },
}

const cocoatin: Form = {
  stance: 'stands',
  size: [360, 430],
  draw: (brush) =>
    solid(brush, boxPath([-130, -340, 260, 340], 18)) +
    fill(boxPath([-138, -400, 276, 74], 14), round(brush, brush.trim)) +
    box([-130, -250, 260, 170], '#fbf5e6') +
    at('translate(0 -290)', pod(brush)) +
    stroke('M-60 -106H60', brush.ink.dark, 5) +
    stroke('M-104 -310V-40', '#ffffff58', 11) +
    at(
      'translate(168 0)',
      fill('M-70 6C-50 -36 10 -52 50 6Z', dark.base),
      fill('M-50 4C-30 -26 0 -34 20 -8Z', milk.dark),
    ),
}

const truffles: Form = {
  stance: 'stands',
  size: [480, 330],
  draw: (brush) =>
    heap.map((place, i) => ball(place, i % 2 === 0 ? dark : milk)).join('') +
    solid(brush, 'M-220 -190C-210 -80 -130 -16 -90 -16H90C130 -16 210 -80 220 -190Q0 -150 -220 -190Z') +
    fill('M-80 -22L-66 0H66L80 -22Z', brush.ink.deep) +
    ball([220, -44], dark) +
    stroke('M-180 -140C-166 -90 -140 -60 -116 -46', '#ffffff55', 11),
}

const heap: readonly (readonly [number, number])[] = [
  [-130, -200],
  [-20, -206],
  [92, -198],
  [-76, -262],
  [38, -264],
  [150, -190],
]

function squares(tone: Ink): string {
  return (
    box([-158, -330, 316, 300], tone.dark, 8) +
    [0, 1, 2]
      .flatMap((r) =>
        [0, 1, 2].map((c) =>
          at(
            `translate(${-152 + c * 102} ${-324 + r * 98})`,
            box([0, 0, 98, 94], tone.base, 6),
            box([12, 11, 74, 70], tone.light, 5),
            box([14, 14, 72, 68], tone.base, 5),
          ),
        ),
      )
      .join('')
  )
}

function slab(tone: Ink): string {
  return (
    box([-200, -76, 400, 76], tone.dark, 8) +
    [0, 1, 2, 3]
      .map(
        (i) =>
          box([-194 + i * 98, -72, 92, 62], tone.base, 7) + box([-186 + i * 98, -68, 76, 12], tone.light, 5),
      )
      .join('')
  )
}

function praline(tone: Ink, i: number): string {
  const shapes = [
    oval([0, 0, 46, 46], tone.base),
    box([-42, -42, 84, 84], tone.base, 12),
    fill('M0 42C-60 6 -50 -44 -22 -44C-8 -44 0 -32 0 -26C0 -32 8 -44 22 -44C50 -44 60 6 0 42Z', tone.base),
  ]
  const marks = [
    stroke('M-26 -14C-10 -26 10 -2 28 -14M-28 10C-10 -4 10 20 26 8', tone.pale, 5),
    dot(0, 0, 16, tone.light) + dot(0, 0, 8, '#d9b071'),
    stroke('M-20 -20L20 20M20 -20L-20 20', tone.pale, 5),
  ]
  return oval([5, 8, 48, 48], '#2b243330') + (shapes[i % 3] ?? '') + (marks[(i * 2 + 1) % 3] ?? '')
}

function pod({ ink: { base, dark: shade, pale } }: Brush): string {
  return at(
    'translate(0 134) rotate(24)',
    fill('M0 -58C36 -40 40 34 0 58C-40 34 -36 -40 0 -58Z', base),
    fill('M0 -58C16 -30 16 34 0 58C-16 34 -16 -30 0 -58Z', shade),
    stroke('M0 -58V58', pale, 3),
    stroke('M0 -58C-2 -70 6 -76 12 -80', shade, 6),
  )
}

function ball([x, y]: readonly [number, number], tone: Ink): string {
  return (
    dot(x, y, 52, tone.dark) +
    dot(x - 3, y - 4, 48, tone.base) +
    oval([x - 16, y - 20, 18, 12], tone.light) +
    [
      [-20, 16],
      [8, 24],
      [22, -6],
      [-2, -2],
      [14, -28],
    ]
      .map(([dx = 0, dy = 0]) => dot(x + dx, y + dy, 3, tone.pale))
      .join('')
  )
}

export const chocolate: Readonly<Record<string, Form>> = {
  bar: bar(dark),
  milkbar: bar(milk),
  whitebar: bar(white),
  stack,
  pralines,
  cocoatin,
  truffles,
}
