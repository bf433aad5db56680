import { type Brush, cloth, type Form, slope } from '../brush.ts'
import { at, box, dot, fill, seam, stroke } from '../shapes.ts'

/** Left half of a body from neck to hem; the right half is its mirror. */
const bodice =
  'M-70 70C-110 84 -150 96 -176 116C-166 260 -170 440 -178 628C-80 648 80 648 178 628C170 440 166 260 176 116C150 96 110 84 70 70C40 100 -40 100 -70 70Z'
const longSleeve =
  'M-168 112C-220 140 -246 220 -262 340C-274 430 -286 500 -290 572L-216 584C-204 500 -186 420 -170 330Z'
const shortSleeve = 'M-168 112C-214 136 -246 200 -274 292L-190 328C-180 300 -174 270 -170 240Z'

interface Cut {
  readonly collar: 'point' | 'band' | 'camp' | 'none'
  readonly sleeve: 'long' | 'short'
  readonly pockets: 0 | 1 | 2
}

function shirt(cut: Cut): Form {
  return {
    stance: 'hangs',
    size: [600, 690],
    draw: (brush) =>
      hanger(brush) +
      at(
        'translate(0 30)',
        sleeves(brush, cut),
        cloth(brush, bodice),
        folds(brush),
        fill('M-70 70C-40 100 40 100 70 70C50 60 -50 60 -70 70Z', brush.ink.deep),
        placket(brush, cut),
        pockets(brush, cut),
        collar(brush, cut),
        stroke('M-176 606C-80 626 80 626 176 606', `${brush.ink.deep}50`, 3),
      ),
  }
}

function hanger({ trim }: Brush): string {
  return (
    dot(0, -26, 13, trim.dark) +
    dot(-2, -28, 9, trim.light) +
    stroke('M0 86V34C0 20 24 18 24 -6C24 -34 -22 -34 -22 -8', '#8d8479', 8) +
    stroke('M-150 136C-60 92 60 92 150 136', trim.base, 20)
  )
}

function sleeves(brush: Brush, { sleeve }: Cut): string {
  const d = sleeve === 'long' ? longSleeve : shortSleeve
  const hem = sleeve === 'long' ? 'M-288 540L-214 552' : 'M-266 272L-186 306'
  const one =
    cloth(brush, d) +
    stroke(hem, `${brush.ink.deep}70`, 3) +
    stroke('M-168 118C-166 180 -168 240 -170 320', `${brush.ink.deep}48`, 7)
  return one + at('scale(-1 1)', one)
}

function folds({ ink }: Brush): string {
  return (
    stroke('M-130 240C-110 340 -130 460 -110 600M126 260C110 380 132 480 116 600', `${ink.deep}26`, 12) +
    stroke('M-92 300C-80 400 -94 500 -84 600', `${ink.pale}30`, 9)
  )
}

function placket({ ink }: Brush, { collar: kind }: Cut): string {
  if (kind === 'none') return ''
  const buttons = [170, 262, 354, 446, 538]
    .map((y) => dot(0, y, 8, ink.pale) + dot(1, y + 1, 3, ink.deep))
    .join('')
  return (
    box([-17, 92, 34, 544], `${ink.light}a0`) +
    stroke('M-17 92V636M17 92V636', `${ink.deep}55`, 2.5) +
    buttons
  )
}

function pockets(brush: Brush, { pockets: count }: Cut): string {
  const pocket = (x: number) =>
    cloth(brush, `M${x - 46} 214h92v86l-46 24l-46 -24z`) +
    seam(`M${x - 40} 222h80v74l-40 20l-40 -20z`, `${brush.ink.deep}90`) +
    stroke(`M${x - 46} 214h92`, brush.ink.deep, 3)
  return (count > 0 ? pocket(92) : '') + (count > 1 ? pocket(-92) : '')
}

function collar(brush: Brush, { collar: kind }: Cut): string {
  const tone = slope(brush)
  const wing =
    kind === 'camp'
      ? 'M-74 66L-128 116L-92 176L0 108L-58 82Z'
      : 'M-74 58C-70 90 -40 110 -4 118L-58 176L-116 102Z'
  const stand = 'M-76 64C-60 44 60 44 76 64C70 100 30 114 0 116C-30 114 -70 100 -76 64Z'
  if (kind === 'none')
    return (
      stroke('M-72 72C-40 108 40 108 72 72', brush.ink.dark, 15) +
      stroke('M-72 72C-40 108 40 108 72 72', brush.ink.light, 4)
    )
  if (kind === 'band')
    return (
      fill(stand, tone) +
      fill('M-60 66C-46 56 46 56 60 66C50 88 20 96 0 98C-20 96 -50 88 -60 66Z', brush.ink.deep) +
      dot(0, 107, 6, brush.ink.pale)
    )
  const wings = fill(wing, tone) + stroke(wing, `${brush.ink.deep}70`, 3)
  return (
    fill(stand, brush.ink.dark) +
    fill('M-60 66C-46 54 46 54 60 66C40 84 -40 84 -60 66Z', brush.ink.deep) +
    wings +
    at('scale(-1 1)', wings)
  )
}

export const shirts: Readonly<Record<string, Form>> = {
  shirt: shirt({ collar: 'point', sleeve: 'long', pockets: 1 }),
  bandshirt: shirt({ collar: 'band', sleeve: 'long', pockets: 0 }),
  campshirt: shirt({ collar: 'camp', sleeve: 'short', pockets: 1 }),
  overshirt: shirt({ collar: 'point', sleeve: 'long', pockets: 2 }),
  tee: shirt({ collar: 'none', sleeve: 'short', pockets: 0 }),
  longtee: shirt({ collar: 'none', sleeve: 'long', pockets: 0 }),
}
