import { type Brush, cloth, type Form } from '../brush.ts'
import { at, box, dot, fill, stroke } from '../shapes.ts'
import { tile } from '../sheet.ts'

const body =
  'M-84 -290C-130 -282 -170 -262 -196 -238C-186 -80 -188 120 -192 250H192C188 120 186 -80 196 -238C170 -262 130 -282 84 -290C50 -254 -50 -254 -84 -290Z'
const sleeve =
  'M-190 -242C-252 -200 -268 -60 -286 100C-292 170 -296 210 -296 246H-212C-206 150 -196 40 -186 -40Z'
const vestBody =
  'M-84 -290C-112 -286 -136 -280 -152 -268C-126 -200 -150 -130 -190 -104V250H190V-104C150 -130 126 -200 152 -268C136 -280 112 -286 84 -290C50 -254 -50 -254 -84 -290Z'

interface Cut {
  readonly neck: 'crew' | 'roll' | 'vee'
  readonly front: 'closed' | 'buttoned'
  readonly arms: boolean
}

function knitted(cut: Cut): Form {
  return {
    stance: 'lies',
    size: [610, 660],
    draw: (brush) => {
      const shape = cut.arms ? body : vestBody
      return (
        (cut.arms ? arm(brush) + at('scale(-1 1)', arm(brush)) : '') +
        cloth(brush, shape) +
        creases(brush) +
        welt(brush, [-192, 246, 384, 62]) +
        (cut.front === 'buttoned' ? buttons(brush) : '') +
        neckline(brush, cut)
      )
    },
  }
}

function arm(brush: Brush): string {
  return at(
    'rotate(-3)',
    cloth(brush, sleeve),
    stroke('M-188 -236C-190 -160 -186 -100 -186 -44', `${brush.ink.deep}50`, 8),
    welt(brush, [-298, 242, 88, 56]),
  )
}

function creases({ ink }: Brush): string {
  return (
    stroke('M-140 -60C-120 20 -136 120 -124 230M140 -40C120 40 140 140 128 230', `${ink.deep}28`, 13) +
    stroke('M-96 0C-84 80 -96 160 -90 230', `${ink.pale}28`, 9)
  )
}

function welt({ ink, sheet }: Brush, place: readonly [number, number, number, number]): string {
  const ribs = tile(sheet, [14, 14], box([0, 0, 5, 14], `${ink.deep}70`))
  return box(place, ink.dark, 8) + box(place, ribs, 8)
}

function buttons(brush: Brush): string {
  const rows = [-130, -40, 50, 140, 230]
    .map((y) => dot(0, y, 13, brush.trim.dark) + dot(-2, y - 2, 9, brush.trim.light))
    .join('')
  return (
    box([-24, -170, 48, 476], brush.ink.light) +
    stroke('M-24 -160V306M24 -160V306', `${brush.ink.deep}90`, 3) +
    rows
  )
}

function neckline({ ink, sheet }: Brush, { neck }: Cut): string {
  const ribs = tile(sheet, [14, 14], box([0, 0, 5, 14], `${ink.deep}70`))
  if (neck === 'roll') {
    const d =
      'M-92 -286C-96 -340 -84 -362 -70 -366C-30 -378 30 -378 70 -366C84 -362 96 -340 92 -286C50 -248 -50 -248 -92 -286Z'
    return (
      fill(d, ink.dark) +
      fill(d, ribs) +
      fill('M-70 -366C-30 -378 30 -378 70 -366C40 -350 -40 -350 -70 -366Z', ink.deep)
    )
  }
  if (neck === 'vee') {
    return (
      fill('M-84 -292L0 -150L84 -292C50 -306 -50 -306 -84 -292Z', ink.deep) +
      stroke('M-84 -290L0 -148L84 -290', ink.dark, 26) +
      stroke('M-94 -286L0 -132L94 -286', ink.light, 4)
    )
  }
  return (
    fill('M-84 -292C-50 -308 50 -308 84 -292C50 -252 -50 -252 -84 -292Z', ink.deep) +
    stroke('M-84 -288C-50 -244 50 -244 84 -288', ink.dark, 25) +
    stroke('M-92 -278C-52 -230 52 -230 92 -278', `${ink.light}`, 4)
  )
}

export const knitwear: Readonly<Record<string, Form>> = {
  jumper: knitted({ neck: 'crew', front: 'closed', arms: true }),
  rollneck: knitted({ neck: 'roll', front: 'closed', arms: true }),
  cardigan: knitted({ neck: 'vee', front: 'buttoned', arms: true }),
  veeneck: knitted({ neck: 'vee', front: 'closed', arms: true }),
  vest: knitted({ neck: 'vee', front: 'closed', arms: false }),
}
