import { cloth, type Form, round, slope, solid } from '../brush.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'
import { linear, radial } from '../sheet.ts'

const tent: Form = {
  stance: 'stands',
  size: [660, 440],
  draw: (brush) =>
    stroke('M-40 -400L-330 6M40 -400L330 6', '#b9a98c', 3) +
    fill('M0 -410L-290 0H-60Z', slope(brush)) +
    cloth(brush, 'M0 -410L-290 0H290Z') +
    fill('M0 -410L290 0H120Z', `${brush.ink.deep}80`) +
    fill(
      'M0 -350L-96 0H96Z',
      linear(
        brush.sheet,
        [
          [0, '#3b3038'],
          [1, '#6d513c'],
        ],
        90,
      ),
    ) +
    fill('M0 -350L-96 0H-150C-90 -110 -40 -220 0 -350Z', brush.ink.light) +
    fill('M0 -350L96 0H150C90 -110 40 -220 0 -350Z', brush.ink.dark) +
    stroke('M-12 -428L8 -400L0 -410M12 -428L-8 -400', brush.trim.dark, 9) +
    dot(-110, -130, 8, brush.trim.base) +
    dot(110, -130, 8, brush.trim.base),
}

const dometent: Form = {
  stance: 'stands',
  size: [660, 380],
  draw: (brush) =>
    cloth(brush, 'M-310 0C-260 -230 -140 -350 0 -350S260 -230 310 0Z') +
    fill('M60 -346C200 -320 280 -200 310 0H190C190 -140 150 -260 60 -346Z', `${brush.ink.deep}70`) +
    stroke('M-310 0C-190 -220 -60 -330 60 -346M310 0C190 -220 60 -330 -60 -346', `${brush.ink.pale}b0`, 7) +
    fill(
      'M-150 0C-150 -150 -80 -220 0 -226C80 -220 150 -150 150 0Z',
      linear(
        brush.sheet,
        [
          [0, '#3b3038'],
          [1, '#6d513c'],
        ],
        90,
      ),
    ) +
    fill('M-150 0C-150 -150 -80 -220 0 -226C-60 -170 -84 -90 -86 0Z', brush.ink.light) +
    stroke('M-310 0L-334 8M310 0L334 8', '#8a7a60', 6),
}

const hammock: Form = {
  stance: 'hangs',
  size: [660, 480],
  draw: (brush) =>
    at(
      'translate(0 60)',
      stroke('M-400 -60L-270 70M400 -60L270 70', '#b29a72', 8),
      ...[-30, -10, 10, 30].flatMap((y) => [
        stroke(`M-290 50L-226 ${110 + y}`, '#c9b48c', 4),
        stroke(`M290 50L226 ${110 + y}`, '#c9b48c', 4),
      ]),
      fill('M-236 90C-120 250 120 250 236 90C200 330 -200 330 -236 90Z', brush.ink.deep),
      cloth(brush, 'M-240 80C-150 210 150 210 240 80C230 370 -230 370 -240 80Z'),
      ...Array.from({ length: 17 }, (_, i) => {
        const x = -176 + i * 22
        const y = 292 - (x / 200) ** 2 * 110
        return stroke(`M${x} ${Math.round(y)}q3 30 0 54`, brush.ink.light, 5)
      }),
      stroke('M-180 170C-100 260 100 260 180 170', `${brush.ink.pale}70`, 6),
    ),
}

const flask: Form = {
  stance: 'stands',
  size: [230, 560],
  draw: (brush) =>
    solid(
      brush,
      'M-92 -400C-92 -440 -60 -450 -56 -478H56C60 -450 92 -440 92 -400V-30Q92 0 62 0H-62Q-92 0 -92 -30Z',
    ) +
    box([-92, -40, 184, 8], `${brush.ink.deep}70`) +
    fill(boxPath([-62, -556, 124, 84], 14), round(brush, brush.trim)) +
    stroke('M-62 -492H62', brush.trim.deep, 4) +
    stroke('M62 -530C120 -530 110 -440 76 -440', brush.trim.dark, 13) +
    fill('M-22 -210L0 -252L22 -210L10 -214V-176H-10V-214Z', `${brush.ink.pale}d0`) +
    stroke('M-64 -390V-70', '#ffffff58', 12),
}

const bottle: Form = {
  stance: 'stands',
  size: [230, 560],
  draw: (brush) =>
    stroke('M-44 -520C-50 -590 50 -590 44 -520', brush.trim.dark, 13) +
    fill(boxPath([-52, -524, 104, 62], 10), round(brush, brush.trim)) +
    solid(
      brush,
      'M-50 -466H50C54 -420 100 -400 100 -340V-28Q100 0 70 0H-70Q-100 0 -100 -28V-340C-100 -400 -54 -420 -50 -466Z',
    ) +
    fill('M-100 -120H100V-28Q100 0 70 0H-70Q-100 0 -100 -28Z', `${brush.ink.deep}60`) +
    stroke('M-72 -330V-150', '#ffffff58', 12),
}

const lantern: Form = {
  stance: 'stands',
  size: [320, 540],
  draw: (brush) =>
    stroke('M-104 -330C-130 -580 130 -580 104 -330', brush.trim.dark, 9) +
    dot(
      0,
      -230,
      190,
      radial(brush.sheet, [
        [0, '#ffe4a0b0'],
        [1, '#ffe4a000'],
      ]),
    ) +
    fill('M-96 -130C-116 -200 -106 -290 -76 -340H76C106 -290 116 -200 96 -130Z', '#fff1ccd8') +
    fill('M0 -290C22 -250 26 -220 18 -190C10 -170 -10 -170 -18 -190C-26 -220 -14 -250 0 -290Z', '#f3b04a') +
    fill('M0 -250C9 -226 10 -208 6 -194C2 -186 -2 -186 -6 -194C-10 -208 -6 -226 0 -250Z', '#fff6d8') +
    box([-28, -170, 56, 40], brush.ink.dark, 6) +
    stroke('M-116 -130V-340M116 -130V-340', brush.ink.dark, 9) +
    solid(brush, 'M-120 -340C-110 -380 -60 -386 -50 -430H50C60 -386 110 -380 120 -340Z') +
    oval([0, -430, 50, 10], brush.ink.deep) +
    solid(brush, 'M-124 -132H124L140 -30Q142 0 110 0H-110Q-142 0 -140 -30Z') +
    dot(60, -66, 15, brush.trim.base) +
    stroke('M-108 -100L-112 -40', '#ffffff58', 10),
}

const enamelmug: Form = {
  stance: 'stands',
  size: [340, 270],
  draw: (brush) =>
    stroke('M114 -196C206 -200 200 -60 112 -66', brush.trim.deep, 22) +
    solid(brush, 'M-128 -236H128L122 -14Q120 0 104 0H-104Q-120 0 -122 -14Z') +
    oval([0, -238, 132, 22], brush.trim.deep) +
    oval([0, -238, 122, 17], '#f6f1e6') +
    oval([0, -232, 106, 11], '#6b4630') +
    stroke('M-126 -8Q0 6 126 -8', brush.trim.deep, 5) +
    stroke('M-98 -190L-94 -50', '#ffffff60', 11),
}

export const camping: Readonly<Record<string, Form>> = {
  tent,
  dometent,
  hammock,
  flask,
  bottle,
  lantern,
  enamelmug,
}
