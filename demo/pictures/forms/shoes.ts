import { type Brush, type Form, slope, solid } from '../brush.ts'
import { at, box, dot, fill, oval, seam, stroke } from '../shapes.ts'

function pair(size: readonly [number, number], shoe: (brush: Brush) => string): Form {
  return {
    stance: 'stands',
    size: [size[0] + 130, size[1] + 50],
    draw: (brush) =>
      at(
        'translate(92 -44) scale(.95)',
        shoe({ ...brush, ink: { ...brush.ink, base: brush.ink.dark, light: brush.ink.base } }),
      ) + at('translate(-52 0)', shoe(brush)),
  }
}

const chelsea = (brush: Brush) =>
  sole(brush) +
  solid(
    brush,
    'M-216 -30C-226 -140 -206 -250 -210 -390C-150 -406 -60 -406 -6 -390C-10 -290 -14 -220 40 -180C110 -150 220 -130 240 -60Q242 -34 230 -30Z',
  ) +
  fill(
    'M-128 -396C-80 -402 -60 -400 -40 -394C-44 -300 -46 -240 -70 -206C-100 -230 -122 -300 -128 -396Z',
    brush.ink.deep,
  ) +
  Array.from({ length: 6 }, (_, i) =>
    stroke(`M${-118 + i * 13} -390L${-100 + i * 7} -250`, `${brush.ink.pale}30`, 3),
  ).join('') +
  stroke('M-186 -392V-424H-168V-392', brush.ink.dark, 8) +
  stroke('M60 -166C110 -150 180 -134 210 -90', '#ffffff48', 11)

const laceup = (brush: Brush) =>
  sole(brush) +
  solid(
    brush,
    'M-216 -30C-226 -140 -212 -240 -218 -386C-170 -410 -80 -412 -20 -396C-14 -290 0 -220 60 -184C130 -150 226 -130 240 -60Q242 -34 230 -30Z',
  ) +
  fill('M-20 -396C-14 -290 0 -220 76 -176L40 -150C-30 -190 -70 -270 -70 -404Z', brush.ink.deep) +
  [-370, -322, -274, -228]
    .map(
      (y, i) =>
        stroke(`M${-72 + i * 12} ${y}L${-14 + i * 16} ${y + 12}`, brush.trim.pale, 8) +
        dot(-76 + i * 13, y - 1, 7, brush.trim.dark),
    )
    .join('') +
  seam('M90 -170C70 -120 80 -70 100 -36', `${brush.ink.pale}b0`) +
  fill('M-216 -30C-218 -90 -216 -120 -212 -150C-150 -150 -126 -90 -128 -30Z', `${brush.ink.deep}70`) +
  stroke('M120 -150C160 -138 196 -120 212 -92', '#ffffff48', 10)

const derby = (brush: Brush) =>
  sole(brush) +
  solid(
    brush,
    'M-216 -30C-226 -110 -214 -160 -208 -196C-160 -186 -110 -196 -64 -214C-20 -170 60 -150 130 -136C200 -122 240 -90 240 -50Q240 -32 230 -30Z',
  ) +
  fill('M-66 -214C-20 -170 30 -156 70 -148L30 -96C-40 -100 -90 -130 -120 -196Z', brush.ink.dark) +
  [0, 1, 2]
    .map((i) =>
      stroke(`M${-76 + i * 36} ${-166 + i * 14}L${-40 + i * 36} ${-194 + i * 17}`, brush.trim.pale, 7),
    )
    .join('') +
  seam('M108 -140C90 -104 96 -66 110 -34', `${brush.ink.pale}b0`) +
  stroke('M130 -116C166 -108 196 -94 208 -76', '#ffffff50', 9)

const trainer = (brush: Brush) =>
  fill('M-230 0C-240 -20 -238 -50 -226 -58H236C254 -50 256 -16 244 0Z', '#f4efe6') +
  stroke('M-230 -26H248', '#d8cfbf', 5) +
  solid(
    brush,
    'M-222 -54C-230 -120 -222 -170 -206 -216C-160 -186 -110 -196 -60 -226C-10 -180 60 -160 130 -146C200 -130 240 -100 240 -56Z',
  ) +
  fill('M150 -142C206 -126 240 -100 240 -56H130C128 -90 134 -120 150 -142Z', `${brush.ink.deep}90`) +
  fill('M-222 -54C-228 -110 -222 -160 -210 -200C-180 -180 -170 -110 -172 -54Z', brush.trim.base) +
  fill('M-60 -226C-20 -186 30 -170 66 -160L34 -112C-30 -120 -80 -150 -106 -200Z', brush.ink.pale) +
  [0, 1, 2, 3]
    .map((i) => stroke(`M${-78 + i * 30} ${-176 + i * 14}L${-42 + i * 28} ${-204 + i * 13}`, '#faf6ee', 8))
    .join('') +
  stroke('M-120 -60C-80 -90 -40 -110 20 -106', brush.ink.pale, 10)

const clog = (brush: Brush) =>
  fill(
    'M-226 -92C-150 -84 -90 -56 -20 -52H236C246 -36 246 -12 234 0H112C92 -22 40 -26 8 0H-206C-226 -20 -234 -60 -226 -92Z',
    slope(brush, brush.trim),
  ) +
  stroke('M-222 -80C-150 -70 -90 -44 -20 -40H236', `${brush.trim.deep}70`, 4) +
  fill(
    'M10 -150C-70 -196 -160 -204 -214 -160Q-226 -140 -214 -122C-160 -150 -80 -146 6 -104Z',
    brush.ink.dark,
  ) +
  stroke('M0 -140C-70 -178 -150 -186 -202 -150', `${brush.ink.pale}90`, 3) +
  solid(brush, 'M-44 -52C-56 -130 -46 -206 -6 -222C90 -226 224 -166 238 -52Z') +
  fill('M-44 -52C-56 -130 -46 -206 -6 -222C4 -180 -2 -110 10 -52Z', `${brush.ink.deep}48`) +
  Array.from({ length: 9 }, (_, i) => dot(-32 + i * 32, -60, 5.5, '#d8b26a')).join('') +
  dot(-6, -134, 13, '#d8b26a') +
  stroke('M80 -190C136 -174 184 -146 208 -104', '#ffffff50', 10)

const welly = (brush: Brush) =>
  sole(brush) +
  solid(
    brush,
    'M-206 -30C-214 -160 -196 -300 -210 -520C-150 -534 -70 -534 -10 -520C-20 -360 -24 -240 40 -196C120 -160 226 -140 240 -66Q242 -34 230 -30Z',
  ) +
  oval([-110, -521, 100, 15], brush.ink.deep) +
  stroke('M-208 -486C-150 -476 -70 -476 -12 -486', brush.ink.light, 9) +
  box([-60, -470, 40, 58], brush.trim.base, 6) +
  stroke('M-164 -450C-166 -330 -172 -230 -172 -110', '#ffffff58', 13) +
  stroke('M-30 -240C-60 -200 -100 -180 -150 -180', `${brush.ink.deep}40`, 7)

function sole({ ink, trim }: Brush): string {
  return (
    fill('M-222 -36H236C252 -28 250 -6 240 0H40V-14H-60V0H-222Q-230 -20 -222 -36Z', trim.deep) +
    box([-222, -42, 460, 13], ink.deep, 5)
  )
}

export const shoes: Readonly<Record<string, Form>> = {
  chelsea: pair([480, 420], chelsea),
  laceup: pair([480, 410], laceup),
  derby: pair([490, 220], derby),
  trainer: pair([500, 230], trainer),
  clog: pair([480, 240], clog),
  welly: pair([480, 540], welly),
}
