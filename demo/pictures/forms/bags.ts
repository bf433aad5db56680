import { type Brush, cloth, type Form, slope, solid } from '../brush.ts'
import { at, box, boxPath, dot, fill, seam, stroke } from '../shapes.ts'

const rolltop: Form = {
  stance: 'stands',
  size: [400, 590],
  draw: (brush) =>
    stroke('M-150 -470C-220 -420 -214 -120 -160 -60M150 -470C220 -420 214 -120 160 -60', brush.ink.deep, 26) +
    solid(
      brush,
      'M-152 -490C-168 -300 -172 -140 -166 -40Q-162 0 -124 0H124Q162 0 166 -40C172 -140 168 -300 152 -490Z',
    ) +
    solid(brush, boxPath([-164, -566, 328, 96], 30)) +
    stroke('M-140 -500H140', `${brush.ink.deep}80`, 5) +
    pocket(brush, [-126, -230, 252, 196]) +
    strap(brush, [-86, -580, 340]) +
    strap(brush, [62, -580, 340]) +
    seam('M-150 -30H150', `${brush.ink.pale}a0`) +
    stroke('M-138 -420C-148 -320 -150 -270 -148 -240', '#ffffff40', 10),
}

const daypack: Form = {
  stance: 'stands',
  size: [420, 560],
  draw: (brush) =>
    stroke('M-40 -520C-40 -576 40 -576 40 -520', brush.trim.dark, 16) +
    stroke('M-150 -430C-226 -380 -222 -110 -160 -50M150 -430C226 -380 222 -110 160 -50', brush.ink.deep, 26) +
    solid(
      brush,
      'M-168 -40C-178 -200 -176 -360 -150 -440C-120 -540 120 -540 150 -440C176 -360 178 -200 168 -40Q164 0 126 0H-126Q-164 0 -168 -40Z',
    ) +
    stroke('M-146 -400C-116 -486 116 -486 146 -400L152 -290', `${brush.ink.deep}90`, 5) +
    box([144, -302, 14, 46], brush.trim.base, 6) +
    pocket(brush, [-128, -250, 256, 200]) +
    fill(boxPath([-26, -380, 52, 66], 8), slope(brush, brush.trim)) +
    box([-14, -358, 28, 6], brush.trim.deep, 3) +
    stroke('M-148 -330C-154 -260 -156 -190 -152 -130', '#ffffff40', 10),
}

const rucksack: Form = {
  stance: 'stands',
  size: [480, 580],
  draw: (brush) =>
    stroke('M-36 -540C-36 -590 36 -590 36 -540', brush.trim.dark, 15) +
    pocket(brush, [-226, -210, 100, 170]) +
    pocket(brush, [126, -210, 100, 170]) +
    solid(
      brush,
      'M-160 -40C-172 -200 -170 -340 -150 -430H150C170 -340 172 -200 160 -40Q156 0 120 0H-120Q-156 0 -160 -40Z',
    ) +
    pocket(brush, [-120, -210, 240, 170]) +
    cloth(brush, 'M-166 -420C-170 -520 -100 -556 0 -556S170 -520 166 -420L150 -270Q0 -236 -150 -270Z') +
    seam('M-150 -410L-138 -284Q0 -252 138 -284L150 -410', `${brush.ink.pale}a0`) +
    strap(brush, [-92, -350, 200]) +
    strap(brush, [68, -350, 200]),
}

const tote: Form = {
  stance: 'stands',
  size: [440, 600],
  draw: (brush) =>
    stroke('M-92 -370C-110 -640 110 -640 92 -370', brush.trim.deep, 19) +
    cloth(
      brush,
      'M-190 -390C-196 -250 -206 -100 -200 -24Q-198 0 -170 0H170Q198 0 200 -24C206 -100 196 -250 190 -390Z',
    ) +
    fill('M-190 -390H190L192 -346Q0 -330 -192 -346Z', `${brush.ink.deep}50`) +
    stroke('M-96 -360C-108 -610 108 -610 96 -360', brush.trim.base, 19) +
    [-96, 96]
      .map(
        (x) =>
          fill(boxPath([x - 20, -376, 40, 72], 5), brush.trim.base) +
          dot(x, -356, 5, brush.trim.pale) +
          dot(x, -326, 5, brush.trim.pale),
      )
      .join('') +
    stroke(
      'M-120 -300C-110 -200 -130 -100 -120 -30M110 -290C120 -190 100 -110 112 -40',
      `${brush.ink.deep}28`,
      12,
    ) +
    seam('M-184 -22H184', `${brush.ink.pale}a0`),
}

const duffel: Form = {
  stance: 'stands',
  size: [600, 400],
  draw: (brush) =>
    stroke('M-120 -220C-110 -440 110 -440 120 -220', brush.trim.deep, 18) +
    solid(brush, 'M-240 0C-300 -20 -304 -240 -230 -270H230C304 -240 300 -20 240 0Z') +
    stroke('M-206 -262H206', brush.ink.deep, 7) +
    box([150, -268, 40, 14], brush.trim.base, 5) +
    stroke('M-130 -6C-136 -100 -136 -180 -124 -264M130 -6C136 -100 136 -180 124 -264', brush.trim.dark, 24) +
    stroke('M-124 -250C-106 -400 106 -400 124 -250', brush.trim.base, 18) +
    fill(boxPath([-46, -386, 92, 36], 14), slope(brush, brush.trim)) +
    fill('M-246 -6C-292 -30 -296 -220 -240 -258C-216 -200 -216 -60 -246 -6Z', `${brush.ink.deep}60`) +
    seam('M-110 -30H110', `${brush.ink.pale}a0`),
}

const sling: Form = {
  stance: 'lies',
  size: [560, 600],
  draw: (brush) =>
    stroke('M-190 110C-300 -120 -120 -300 60 -270C220 -240 290 -60 200 90', brush.trim.dark, 26) +
    stroke('M-190 110C-296 -120 -120 -292 60 -262', brush.trim.light, 6) +
    at(
      'rotate(8)',
      cloth(
        brush,
        'M-220 90C-220 40 -180 20 -120 16H140C200 20 226 50 226 110C226 220 170 270 80 274H-80C-170 270 -220 210 -220 90Z',
      ),
      stroke('M-176 84C-60 60 80 60 186 86', brush.ink.deep, 7),
      box([160, 74, 44, 14], brush.trim.base, 6),
      pocket(brush, [-130, 120, 260, 116]),
    ),
}

function pocket(brush: Brush, place: readonly [number, number, number, number]): string {
  const [x, y, w, h] = place
  return (
    cloth(brush, boxPath(place, 22)) +
    stroke(boxPath(place, 22), `${brush.ink.deep}80`, 4) +
    stroke(`M${x + 16} ${y + 34}H${x + w - 16}`, brush.ink.deep, 5) +
    seam(`M${x + 14} ${y + h - 16}H${x + w - 14}`, `${brush.ink.pale}90`)
  )
}

function strap({ trim }: Brush, [x, y, long]: readonly [number, number, number]): string {
  return (
    box([x, y, 24, long], trim.dark, 6) +
    box([x + 3, y, 7, long], trim.light, 3) +
    box([x - 7, y + long - 70, 38, 30], '#cdb88a', 5) +
    box([x + 1, y + long - 63, 22, 16], trim.deep, 2)
  )
}

export const bags: Readonly<Record<string, Form>> = { rolltop, daypack, rucksack, tote, duffel, sling }
