import { type Brush, cloth, type Form, slope, solid } from '../brush.ts'
import { at, box, dot, fill, oval, stroke } from '../shapes.ts'
import { tile } from '../sheet.ts'

const scarf: Form = {
  stance: 'lies',
  size: [480, 700],
  draw: (brush) =>
    fringe(brush, [70, 250, 10]) +
    cloth(brush, 'M60 -200C120 -100 40 60 76 252H216C190 60 250 -60 196 -230Z') +
    fringe(brush, [-196, 300, -6]) +
    cloth(brush, 'M-120 -180C-190 -40 -170 120 -196 302H-50C-40 140 -60 20 10 -120Z') +
    cloth(
      brush,
      'M-216 -190C-200 -360 160 -380 214 -230C230 -150 120 -70 0 -64C-110 -60 -220 -110 -216 -190Z',
    ) +
    fill(
      'M-136 -214C-110 -290 90 -300 132 -232C120 -180 60 -150 0 -146C-60 -146 -130 -166 -136 -214Z',
      brush.ink.deep,
    ) +
    stroke(
      'M-190 -170C-130 -110 60 -100 170 -190M-170 -250C-120 -310 80 -330 160 -280',
      `${brush.ink.deep}40`,
      9,
    ) +
    stroke('M-130 -40C-150 80 -140 180 -150 290M130 40C120 120 130 180 134 246', `${brush.ink.deep}30`, 10),
}

const shawl: Form = {
  stance: 'lies',
  size: [620, 560],
  draw: (brush) =>
    Array.from({ length: 19 }, (_, i) => {
      const x = -288 + i * 32
      const y = -190 + (1 - Math.abs(x) / 300) * 400
      return stroke(`M${x} ${Math.round(y)}q4 26 -2 56`, brush.ink.light, 5)
    }).join('') +
    cloth(brush, 'M-300 -190C-100 -214 100 -214 300 -190C200 -30 80 150 0 222C-80 150 -200 -30 -300 -190Z') +
    stroke(
      'M-252 -160C-90 -180 90 -180 252 -160C170 -24 70 110 0 172C-70 110 -170 -24 -252 -160Z',
      `${brush.ink.pale}c0`,
      5,
    ) +
    stroke('M-60 -190C-40 -60 -20 60 0 210M120 -190C90 -80 50 20 10 130', `${brush.ink.deep}28`, 12),
}

const beanie: Form = {
  stance: 'stands',
  size: [400, 370],
  draw: (brush) =>
    solid(brush, 'M-180 -90C-190 -280 -90 -360 0 -360S190 -280 180 -90Z') +
    [-110, -56, 0, 56, 110]
      .map((x) =>
        stroke(
          `M${Math.round(x * 0.25)} -352C${x} -300 ${Math.round(x * 1.2)} -200 ${Math.round(x * 1.25)} -96`,
          `${brush.ink.deep}40`,
          5,
        ),
      )
      .join('') +
    cuff(brush),
}

const bobble: Form = {
  stance: 'stands',
  size: [400, 440],
  draw: (brush) =>
    at(
      'translate(0 -366)',
      ...Array.from({ length: 26 }, (_, i) =>
        at(`rotate(${i * 14})`, oval([0, -34, 12, 40], i % 2 === 0 ? brush.ink.pale : brush.ink.light)),
      ),
      dot(0, 0, 44, brush.ink.pale),
    ) + beanie.draw(brush),
}

const hat: Form = {
  stance: 'stands',
  size: [620, 320],
  draw: (brush) =>
    at(
      'translate(0 -30)',
      oval([0, -24, 306, 62], brush.ink.dark),
      fill('M-306 -28C-240 -84 240 -84 306 -28C240 12 -240 12 -306 -28Z', slope(brush)),
      cloth(brush, 'M-306 -28C-240 -84 240 -84 306 -28C240 12 -240 12 -306 -28Z'),
      solid(
        brush,
        'M-158 -44C-160 -180 -150 -270 -90 -280C-40 -288 -20 -262 0 -262S40 -288 90 -280C150 -270 160 -180 158 -44Q0 -6 -158 -44Z',
      ),
      fill('M-160 -96Q0 -60 160 -96V-44Q0 -6 -160 -44Z', brush.trim.dark),
      stroke('M-40 -268C-20 -220 20 -220 40 -268', `${brush.ink.deep}60`, 8),
    ),
}

const mittens: Form = {
  stance: 'lies',
  size: [660, 560],
  draw: (brush) =>
    at('translate(-150 20) scale(-1 1) rotate(8)', mitten(brush)) +
    at('translate(150 -10) rotate(8)', mitten(brush)),
}

function mitten(brush: Brush): string {
  const thumb = 'M70 60C90 -10 120 -70 152 -84C188 -92 196 -52 178 -10C158 40 120 90 84 122Z'
  const hand = 'M-96 150C-112 20 -116 -120 -88 -200C-60 -270 48 -270 78 -200C98 -140 104 20 92 150Z'
  return (
    cloth(brush, thumb) +
    stroke(thumb, `${brush.ink.deep}60`, 4) +
    cloth(brush, hand) +
    stroke('M96 100C98 60 98 20 96 -20', `${brush.ink.deep}70`, 6) +
    ribs(brush, [-104, 142, 204, 100])
  )
}

function cuff(brush: Brush): string {
  return ribs(brush, [-196, -132, 392, 132])
}

function ribs({ ink, sheet }: Brush, place: readonly [number, number, number, number]): string {
  const lines = tile(
    sheet,
    [18, 18],
    box([0, 0, 6, 18], `${ink.deep}68`) + box([10, 0, 3, 18], `${ink.pale}38`),
  )
  return box(place, ink.base, 20) + box(place, lines, 20)
}

function fringe({ ink }: Brush, [x, y, lean]: readonly [number, number, number]): string {
  return Array.from({ length: 9 }, (_, i) =>
    stroke(`M${x + 8 + i * 16} ${y - 6}q${lean} 30 ${lean / 2} 62`, i % 3 === 0 ? ink.dark : ink.light, 7),
  ).join('')
}

export const scarves: Readonly<Record<string, Form>> = { scarf, shawl, beanie, bobble, hat, mittens }
