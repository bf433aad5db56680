import { type Brush, cloth, type Form, slope, solid } from '../brush.ts'
import { at, boxPath, fill, oval, stroke } from '../shapes.ts'

const chair: Form = {
  stance: 'stands',
  size: [400, 640],
  draw: (brush) =>
    leg(brush, 'M-120 -290L-138 -16') +
    leg(brush, 'M118 -290L136 -16') +
    stroke('M-132 -320C-140 -440 -136 -540 -124 -610', brush.trim.dark, 20) +
    stroke('M132 -320C140 -440 136 -540 124 -610', brush.trim.dark, 20) +
    stroke('M-127 -120H127', brush.trim.deep, 11) +
    cloth(
      brush,
      'M-138 -628C-60 -656 60 -656 138 -628C148 -590 148 -550 140 -520C60 -540 -60 -540 -140 -520C-148 -550 -148 -590 -138 -628Z',
    ) +
    fill(
      'M-176 -322C-178 -350 -150 -352 0 -352S178 -350 176 -322L170 -296Q0 -276 -170 -296Z',
      slope(brush, brush.trim),
    ) +
    cloth(brush, 'M-170 -342C-170 -372 -120 -374 0 -374S170 -372 170 -342Q0 -320 -170 -342Z') +
    leg(brush, 'M-156 -300L-180 0') +
    leg(brush, 'M156 -300L180 0'),
}

const spindle: Form = {
  stance: 'stands',
  size: [400, 640],
  draw: (brush) =>
    ['M-112 -290L-134 -16', 'M112 -290L134 -16'].map((d) => stroke(d, brush.ink.dark, 18)).join('') +
    [-120, -80, -40, 0, 40, 80, 120]
      .map((x) =>
        stroke(`M${x} -330L${Math.round(x * 1.22)} -600`, x > 0 ? brush.ink.dark : brush.ink.base, 11),
      )
      .join('') +
    cloth(brush, 'M-166 -604C-160 -650 160 -650 166 -604C100 -630 -100 -630 -166 -604Z') +
    fill('M-166 -604C-160 -640 160 -640 166 -604L160 -584C100 -606 -100 -606 -160 -584Z', brush.ink.dark) +
    stroke('M-140 -130H140', brush.ink.deep, 11) +
    solid(brush, 'M-172 -318C-174 -350 -150 -354 0 -354S174 -350 172 -318Q120 -290 0 -290T-172 -318Z') +
    ['M-140 -300L-176 -6', 'M140 -300L176 -6']
      .map((d) => stroke(d, brush.ink.base, 20) + stroke(d, brush.ink.light, 5))
      .join(''),
}

const stool: Form = {
  stance: 'stands',
  size: [340, 430],
  draw: (brush) =>
    leg(brush, 'M-66 -380L-90 -30') +
    leg(brush, 'M66 -380L90 -30') +
    stroke('M-128 -130H128', brush.trim.deep, 11) +
    leg(brush, 'M-108 -380L-150 0') +
    leg(brush, 'M108 -380L150 0') +
    fill('M-158 -398H158L150 -366Q0 -350 -150 -366Z', brush.ink.deep) +
    oval([0, -400, 160, 30], brush.ink.dark) +
    cloth(brush, 'M-160 -408C-160 -446 160 -446 160 -408C160 -372 -160 -372 -160 -408Z'),
}

const armchair: Form = {
  stance: 'stands',
  size: [600, 540],
  draw: (brush) =>
    leg(brush, 'M-196 -70L-220 0') +
    leg(brush, 'M196 -70L220 0') +
    cloth(brush, 'M-196 -200C-226 -430 -196 -530 -90 -536H90C196 -530 226 -430 196 -200Z') +
    stroke('M-150 -250C-170 -410 -150 -480 -80 -490H60', `${brush.ink.pale}80`, 5) +
    fill('M-190 -150H190V-70H-190Z', brush.ink.deep) +
    cloth(brush, 'M-186 -210C-186 -248 -160 -252 0 -252S186 -248 186 -210V-152Q0 -136 -186 -152Z') +
    cloth(brush, 'M-286 -270C-290 -322 -196 -326 -190 -270L-176 -66H-262Q-272 -66 -274 -90Z') +
    cloth(brush, 'M286 -270C290 -322 196 -326 190 -270L176 -66H262Q272 -66 274 -90Z') +
    cloth(brush, boxPath([-186, -124, 372, 62], 14)),
}

const bench: Form = {
  stance: 'stands',
  size: [640, 330],
  draw: (brush) =>
    ['M-250 -240L-262 0', 'M250 -240L262 0', 'M-210 -240L-200 -30', 'M210 -240L200 -30']
      .map((d) => leg(brush, d))
      .join('') +
    stroke('M-256 -96H256', brush.trim.deep, 12) +
    fill(boxPath([-306, -262, 612, 32], 10), slope(brush, brush.trim)) +
    cloth(brush, 'M-300 -262C-310 -306 -290 -312 -260 -312H260C290 -312 310 -306 300 -262Z') +
    stroke('M-100 -310V-264M100 -310V-264', `${brush.ink.deep}60`, 4),
}

const pouf: Form = {
  stance: 'stands',
  size: [430, 290],
  draw: (brush) =>
    solid(brush, 'M-170 0C-226 -40 -226 -210 -160 -250Q0 -292 160 -250C226 -210 226 -40 170 0Q0 18 -170 0Z') +
    [-120, -60, 0, 60, 120]
      .map((x) =>
        stroke(
          `M${Math.round(x * 0.4)} -270C${Math.round(x * 1.5)} -200 ${Math.round(x * 1.5)} -70 ${x} 4`,
          `${brush.ink.deep}50`,
          4,
        ),
      )
      .join('') +
    oval([0, -270, 34, 8], brush.ink.dark) +
    at('translate(-128 -150)', stroke('M0 -40C-12 0 -8 50 6 90', '#ffffff40', 12)),
}

function leg({ trim }: Brush, d: string): string {
  return stroke(d, trim.dark, 19) + stroke(d, trim.light, 5)
}

export const seating: Readonly<Record<string, Form>> = { chair, spindle, stool, armchair, bench, pouf }
