import { type Brush, type Form, round, slope, solid } from '../brush.ts'
import { ink } from '../ink.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'
import { radial } from '../sheet.ts'

const wax = ink('#f2e7d2')

const jarcandle: Form = {
  stance: 'stands',
  size: [270, 380],
  draw: (brush) =>
    flame(brush, [0, -290]) +
    solid(brush, boxPath([-120, -270, 240, 270], 24)) +
    oval([0, -264, 119, 22], brush.ink.deep) +
    oval([0, -256, 104, 16], wax.base) +
    stroke('M0 -258V-286', '#4a3b32', 5) +
    fill(boxPath([-66, -190, 132, 120], 6), '#fbf6eae8') +
    fill('M0 -168C26 -146 26 -120 0 -96C-26 -120 -26 -146 0 -168Z', brush.ink.base) +
    stroke('M-34 -84H34', brush.ink.dark, 4) +
    stroke('M-94 -230V-50', '#ffffff60', 11),
}

const pillars: Form = {
  stance: 'stands',
  size: [430, 520],
  draw: (brush) =>
    pillar(brush, [-20, -440, 74]) + pillar(brush, [118, -250, 68]) + pillar(brush, [-134, -180, 70]),
}

const tapers: Form = {
  stance: 'stands',
  size: [380, 640],
  draw: (brush) =>
    [-116, 0, 116]
      .map((x, i) => {
        const base = [-120, -190, -90][i] ?? 0
        return at(
          `translate(${x} 0)`,
          flame(brush, [0, base - 400]),
          fill(`M-17 ${base}L-13 ${base - 380}Q0 ${base - 396} 13 ${base - 380}L17 ${base}Z`, round(brush)),
          stroke(`M0 ${base - 386}V${base - 402}`, '#4a3b32', 4),
          box([-9, base, 18, -base - 14], brush.trim.base),
          box([-4, base, 5, -base - 14], brush.trim.light),
          fill(`M-30 ${base - 10}H30L20 ${base + 26}H-20Z`, round(brush, brush.trim)),
          fill('M-56 0C-56 -20 -20 -18 -10 -34H10C20 -18 56 -20 56 0Z', round(brush, brush.trim)),
        )
      })
      .join(''),
}

const tin: Form = {
  stance: 'stands',
  size: [340, 250],
  draw: (brush) =>
    flame(brush, [-40, -164]) +
    solid(brush, boxPath([-160, -140, 250, 140], 12)) +
    oval([-35, -138, 124, 20], brush.ink.pale) +
    oval([-35, -134, 112, 15], wax.base) +
    stroke('M-40 -136V-160', '#4a3b32', 5) +
    box([-160, -96, 250, 52], '#fbf6eae0') +
    fill('M-60 -70l14 -18l14 18l-14 18z', brush.ink.base) +
    stroke('M-130 -70H-76M-14 -70H56', brush.ink.dark, 4) +
    at(
      'translate(130 -78) rotate(14)',
      oval([0, 0, 26, 78], brush.ink.dark),
      oval([-8, 0, 24, 76], slope(brush)),
    ),
}

const diffuser: Form = {
  stance: 'stands',
  size: [260, 560],
  draw: (brush) =>
    ['M-10 -230L-86 -540', 'M0 -230L-30 -556', 'M4 -230L24 -550', 'M10 -230L84 -530', 'M8 -230L120 -490']
      .map((d) => stroke(d, '#b08a5e', 6))
      .join('') +
    solid(
      brush,
      'M-34 -250H34V-200C100 -190 120 -150 120 -110V-30Q120 0 90 0H-90Q-120 0 -120 -30V-110C-120 -150 -100 -190 -34 -200Z',
    ) +
    box([-42, -254, 84, 26], slope(brush, brush.trim), 8) +
    fill(boxPath([-58, -130, 116, 86], 5), '#fbf6eae8') +
    dot(0, -96, 20, brush.ink.base) +
    stroke('M-30 -60H30', brush.ink.dark, 4) +
    stroke('M-94 -130V-44', '#ffffff60', 11),
}

function pillar(brush: Brush, [x, top, r]: readonly [number, number, number]): string {
  return at(
    `translate(${x} 0)`,
    flame(brush, [0, top - 26]),
    solid(brush, `M${-r} ${top}V-12Q0 12 ${r} -12V${top}Z`),
    oval([0, top, r, r * 0.2], brush.ink.pale),
    oval([0, top + 2, r * 0.7, r * 0.12], brush.ink.light),
    stroke(`M0 ${top + 2}V${top - 22}`, '#4a3b32', 5),
    stroke(`M${-r * 0.68} ${top + 40}V-40`, '#ffffff50', 9),
  )
}

function flame({ sheet }: Brush, [x, y]: readonly [number, number]): string {
  return at(
    `translate(${x} ${y})`,
    dot(
      0,
      -30,
      120,
      radial(sheet, [
        [0, '#ffdf9ab0'],
        [1, '#ffdf9a00'],
      ]),
    ),
    fill('M0 -86C22 -48 26 -30 20 -12C12 6 -12 6 -20 -12C-26 -30 -14 -48 0 -86Z', '#f4b24c'),
    fill('M0 -54C10 -34 13 -22 9 -10C4 0 -6 0 -9 -10C-13 -22 -8 -34 0 -54Z', '#fff4cf'),
  )
}

export const candles: Readonly<Record<string, Form>> = { jarcandle, pillars, tapers, tin, diffuser }
